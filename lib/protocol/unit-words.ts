import type { UnitState } from './unit';

/** What a unit's state is called, on screens and in sentences. */
export const UNIT_STATE_WORDS: Readonly<Record<UnitState, string>> = {
  alerted: 'Alerted',
  en_route: 'En route',
  on_scene: 'On scene',
  on_scene_available: 'On scene, available',
  limited: 'Limited',
  available_mobile: 'Available, mobile',
  available_station: 'Available at station',
  available_delayed: 'Available later',
  standby: 'Standby',
  standby_station: 'Standby at station',
  out_of_service: 'Out of service',
};

/** The same within a sentence: “on scene, available” in quotes, since some have a comma. */
export function spokenState(state: UnitState): string {
  return `“${UNIT_STATE_WORDS[state].toLowerCase()}”`;
}
