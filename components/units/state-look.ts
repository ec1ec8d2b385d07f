import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { UnitState } from '@/lib/protocol/unit';
import { UNIT_STATE_WORDS } from '@/lib/protocol/unit-words';

/** How a unit's state is told: by word, shape and colour together. */
export interface UnitStateLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
}

/** Only what works for an incident has a colour; alarm colours belong to the time limits. */
export const UNIT_STATE_LOOK: Readonly<Record<UnitState, UnitStateLook>> = {
  alerted: { word: UNIT_STATE_WORDS.alerted, shape: 'half', tone: 'info' },
  en_route: { word: UNIT_STATE_WORDS.en_route, shape: 'play', tone: 'accent' },
  on_scene: { word: UNIT_STATE_WORDS.on_scene, shape: 'target', tone: 'accent' },
  on_scene_available: { word: UNIT_STATE_WORDS.on_scene_available, shape: 'disc', tone: 'accent' },
  limited: { word: UNIT_STATE_WORDS.limited, shape: 'half', tone: 'calm' },
  available_mobile: { word: UNIT_STATE_WORDS.available_mobile, shape: 'disc', tone: 'ok' },
  available_station: { word: UNIT_STATE_WORDS.available_station, shape: 'disc', tone: 'ok' },
  available_delayed: { word: UNIT_STATE_WORDS.available_delayed, shape: 'half', tone: 'calm' },
  standby: { word: UNIT_STATE_WORDS.standby, shape: 'ring', tone: 'ok' },
  standby_station: { word: UNIT_STATE_WORDS.standby_station, shape: 'ring', tone: 'ok' },
  out_of_service: { word: UNIT_STATE_WORDS.out_of_service, shape: 'cross', tone: 'calm' },
};
