import type { UnitState } from './unit';

const AVAILABLE: readonly UnitState[] = ['available_delayed', 'limited', 'available_mobile', 'available_station', 'standby', 'standby_station'];

/** Changes of state that are usual. Out of service and delayed can come after anything. */
const USUAL: Readonly<Record<UnitState, readonly UnitState[]>> = {
  available_delayed: ['alerted', 'en_route', 'available_mobile', 'available_station'],
  limited: ['alerted', 'en_route', 'available_mobile', 'available_station'],
  available_mobile: ['alerted', 'en_route', 'available_station', 'standby'],
  available_station: ['alerted', 'en_route', 'available_mobile', 'standby_station'],
  standby: ['alerted', 'en_route', 'available_mobile', 'available_station'],
  standby_station: ['alerted', 'en_route', 'available_mobile', 'available_station'],
  alerted: ['en_route'],
  en_route: ['on_scene', 'available_mobile', 'available_station'],
  on_scene: ['limited', 'on_scene_available', 'available_mobile'],
  on_scene_available: ['en_route', 'limited', 'available_mobile'],
  out_of_service: ['limited', 'available_station'],
};

const FROM_ANYWHERE: readonly UnitState[] = ['out_of_service', 'available_delayed'];

/** The states that usually follow one. */
export function usualNext(from: UnitState): readonly UnitState[] {
  return [...new Set([...USUAL[from], ...FROM_ANYWHERE])];
}

/** Whether a change is usual. The same state again always is: it stamps the time anew. */
export function isUsual(from: UnitState, to: UnitState): boolean {
  return from === to || usualNext(from).includes(to);
}

/** Whether a unit in this state can be sent. */
export function isAssignable(state: UnitState): boolean {
  return AVAILABLE.includes(state) || state === 'on_scene_available';
}
