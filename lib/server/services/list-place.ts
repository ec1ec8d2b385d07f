import 'server-only';
import { z } from 'zod';

/** The `before` of a list's query: a place as `placeOf` writes it. A list in groups gives the pattern of their names. */
export function placeSchema(group?: string) {
  const pattern = new RegExp(`^${group ? `(${group}_)?` : ''}\\d{1,13}_[0-9A-Za-z-]{1,64}$`);
  return z.string().regex(pattern, 'This is not a place in the list.').optional();
}

/** Where a row stands in a list by time: what a page ends with, for the next one to begin after. */
export function placeOf(at: Date, id: string, group?: string): string {
  return `${group ? `${group}_` : ''}${at.getTime()}_${id}`;
}

/** What a place was made of. It must have passed `placeSchema`. */
export function readPlace(place: string): { readonly at: Date; readonly id: string; readonly group: string | undefined } {
  const [id = '', ms, group] = place.split('_').reverse();
  return { at: new Date(Number(ms)), id, group };
}
