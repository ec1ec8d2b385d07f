import type { Unit, UnitState } from '@/lib/protocol/unit';

/** A part of the unit board: units whose states a dispatcher treats alike. */
export interface UnitGroup {
  readonly id: string;
  readonly label: string;
  readonly states: readonly UnitState[];
}

/** The parts in working order: what needs eyes first stands on top. */
export const UNIT_GROUPS: readonly UnitGroup[] = [
  { id: 'alerted', label: 'Alerted', states: ['alerted'] },
  { id: 'en-route', label: 'En route', states: ['en_route'] },
  { id: 'on-scene', label: 'On scene', states: ['on_scene'] },
  { id: 'on-scene-available', label: 'On scene, available', states: ['on_scene_available'] },
  { id: 'available', label: 'Available', states: ['available_mobile', 'available_station'] },
  { id: 'delayed', label: 'Available later', states: ['available_delayed'] },
  { id: 'standby', label: 'Standby', states: ['standby', 'standby_station'] },
  { id: 'limited', label: 'Limited', states: ['limited'] },
  { id: 'out-of-service', label: 'Out of service', states: ['out_of_service'] },
];

/** A part with its units, by state and then by call sign. */
export interface FilledGroup extends UnitGroup {
  readonly units: readonly Unit[];
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders call signs as people read them: R2 before R11. */
export function compareCallSigns(a: Unit, b: Unit): number {
  return natural.compare(a.callSign, b.callSign) || (a.id < b.id ? -1 : 1);
}

/** All parts with their units; parts without units are kept, so that their counts can be shown. */
export function groupUnits(units: readonly Unit[]): FilledGroup[] {
  const sorted = [...units].sort(compareCallSigns);
  return UNIT_GROUPS.map((group) => ({ ...group, units: group.states.flatMap((state) => sorted.filter((unit) => unit.state === state)) }));
}

/** One line of the board: a heading or a unit. `key` stays the same while the unit moves. */
export type BoardLine =
  | { readonly kind: 'heading'; readonly key: string; readonly group: FilledGroup }
  | { readonly kind: 'unit'; readonly key: string; readonly unit: Unit };

/** The board from top to bottom, without the parts that are empty. */
export function boardLines(groups: readonly FilledGroup[]): BoardLine[] {
  return groups
    .filter((group) => group.units.length > 0)
    .flatMap((group): BoardLine[] => [
      { kind: 'heading', key: `group:${group.id}`, group },
      ...group.units.map((unit): BoardLine => ({ kind: 'unit', key: unit.id, unit })),
    ]);
}

/** The unit that comes `by` places after another one on the board; the first one when there is no other. */
export function unitBeside(lines: readonly BoardLine[], unitId: string | null, by: 1 | -1): Unit | undefined {
  const units = lines.filter((line) => line.kind === 'unit').map((line) => line.unit);
  const at = units.findIndex((unit) => unit.id === unitId);
  return units[at < 0 ? 0 : Math.min(units.length - 1, Math.max(0, at + by))];
}

/** The unit that a typed piece of a call sign means: one that is it, or that begins with it, or that holds it. */
export function findByCallSign(units: readonly Unit[], typed: string): Unit | undefined {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return undefined;
  const named = [...units].sort(compareCallSigns).map((unit) => ({ unit, sign: unit.callSign.toLowerCase() }));
  const found =
    named.find(({ sign }) => sign === wanted) ?? named.find(({ sign }) => sign.startsWith(wanted)) ?? named.find(({ sign }) => sign.includes(wanted));
  return found?.unit;
}
