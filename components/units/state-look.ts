import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { UnitState } from '@/lib/protocol/unit';

/** How a unit's state is told: by word, shape and colour together. */
export interface UnitStateLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
}

/** Only what works for an incident has a colour; alarm colours belong to the time limits. */
export const UNIT_STATE_LOOK: Readonly<Record<UnitState, UnitStateLook>> = {
  alerted: { word: 'Alerted', shape: 'half', tone: 'info' },
  en_route: { word: 'En route', shape: 'play', tone: 'accent' },
  on_scene: { word: 'On scene', shape: 'target', tone: 'accent' },
  on_scene_available: { word: 'On scene, available', shape: 'disc', tone: 'accent' },
  limited: { word: 'Limited', shape: 'half', tone: 'calm' },
  available_mobile: { word: 'Available, mobile', shape: 'disc', tone: 'ok' },
  available_station: { word: 'Available at station', shape: 'disc', tone: 'ok' },
  available_delayed: { word: 'Available later', shape: 'half', tone: 'calm' },
  standby: { word: 'Standby', shape: 'ring', tone: 'ok' },
  standby_station: { word: 'Standby at station', shape: 'ring', tone: 'ok' },
  out_of_service: { word: 'Out of service', shape: 'cross', tone: 'calm' },
};
