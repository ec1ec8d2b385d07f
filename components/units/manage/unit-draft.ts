import { ownValue } from '@/lib/core/own-value';
import { createUnitSchema, type CreateUnit, type PatchUnit, type Unit } from '@/lib/protocol/unit';

/** A unit as it stands in a form, each field as it is typed. `position`: "61.115, 10.466", or empty. */
export interface UnitDraft {
  readonly callSign: string;
  readonly name: string;
  readonly kind: string;
  readonly station: string;
  readonly position: string;
}
export type UnitField = keyof UnitDraft;
export type UnitProblems = Partial<Record<UnitField, string>>;

export const BLANK_UNIT: UnitDraft = { callSign: '', name: '', kind: '', station: '', position: '' };
const FIELDS = Object.keys(BLANK_UNIT) as UnitField[];

/** A unit that is there, for its form. */
export function draftOf({ callSign, name, kind, station, position }: Unit): UnitDraft {
  return { callSign, name, kind, station, position: position ? `${position.lat}, ${position.lng}` : '' };
}

/** What a draft asks for, or what is wrong with it by field. */
export function readUnit(draft: UnitDraft): { readonly unit: CreateUnit } | { readonly problems: UnitProblems } {
  const position = positionOf(draft.position);
  if (position === 'unreadable') return { problems: { position: 'Write latitude and longitude in degrees, such as 61.115, 10.466, or nothing.' } };
  const read = createUnitSchema.safeParse({ ...draft, position });
  return read.success ? { unit: read.data } : { problems: problemsOf(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))) };
}

/** The fields in which a draft differs from the unit that it was made of. */
export function changesOf(before: Unit, after: CreateUnit): PatchUnit {
  const now = draftOf(before);
  const then = { ...BLANK_UNIT, ...after, position: after.position ? `${after.position.lat}, ${after.position.lng}` : '' };
  return Object.fromEntries(FIELDS.filter((field) => now[field] !== then[field]).map((field) => [field, after[field]]));
}

/** Sentences of a refusal, each beside the field that it is about. */
export function problemsOf(found: readonly { readonly path: string; readonly message: string }[]): UnitProblems {
  const byPath = Object.fromEntries(found.map(({ path, message }) => [path.split('.')[0] ?? '', message]));
  return Object.fromEntries(FIELDS.flatMap((field) => (ownValue(byPath, field) === undefined ? [] : [[field, ownValue(byPath, field)]])));
}

function positionOf(text: string): { lat: number; lng: number } | null | 'unreadable' {
  if (text.trim() === '') return null;
  const [, lat, lng] = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return lat === undefined || lng === undefined ? 'unreadable' : { lat: Number(lat), lng: Number(lng) };
}
