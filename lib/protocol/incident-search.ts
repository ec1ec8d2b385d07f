import { foldText, lowerText } from '@/lib/core/fold-text';
import type { Incident } from './incident';
import { placeWords, type Place } from './place';

/** Digits that every number shows at least. */
const DIGITS = 4;
/** Digits that a number may have: more would not fit an integer of the database. */
const MOST_DIGITS = 9;

/** Numbers of one year, or of every year where it is null: those whose part after the year lies between two others. */
export interface NumberRange {
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
}

/** What is looked for. An incident is found by its text or by its number. */
export interface IncidentSearch {
  /** Stands somewhere in the incident's `searchText`. */
  readonly text: string;
  readonly numbers: readonly NumberRange[];
}

/** The number of an incident: `<year>-<four digits>`. */
export function incidentNumber({ year, ordinal }: { readonly year: number; readonly ordinal: number }): string {
  return `${year}-${String(ordinal).padStart(DIGITS, '0')}`;
}

/**
 * What is looked through for the words of an incident: title and place without marks, and once more with them where
 * there are any. So a search without marks finds both, and one with marks finds only what bears them.
 */
export function searchText({ title, location }: { readonly title: string; readonly location: Place | null }): string {
  const place = placeWords(location);
  const words = place === null ? title : `${title}\n${place}`;
  const [written, folded] = [lowerText(words), foldText(words)];
  return written === folded ? folded : `${folded}\n${written}`;
}

/**
 * Reads what somebody typed: every character means itself, in any case and normal form. A year with its dash is the
 * beginning of a number, digits alone are all that stands after the year, with or without its zeros.
 */
export function readSearch(typed: string): IncidentSearch {
  const text = lowerText(typed);
  const [, year, digits] = /^(?:(\d{4})-|(?=\d))(\d{0,9})$/.exec(text) ?? [];
  if (digits === undefined) return { text, numbers: [] };
  return { text, numbers: year === undefined ? [{ year: null, from: Number(digits), to: Number(digits) }] : beginningWith(Number(year), digits) };
}

/** Whether an incident is among what is looked for. */
export function fitsSearch(incident: Pick<Incident, 'number' | 'title' | 'location'>, { text, numbers }: IncidentSearch): boolean {
  const [year = NaN, ordinal = NaN] = incident.number.split('-').map(Number);
  return numbers.some((range) => (range.year ?? year) === year && range.from <= ordinal && ordinal <= range.to) || searchText(incident).includes(text);
}

/** The numbers of a year whose digits begin so. */
function beginningWith(year: number, digits: string): NumberRange[] {
  const ranges: NumberRange[] = [];
  // Beyond the digits that every number shows, none begins with a zero.
  const longest = digits.startsWith('0') ? DIGITS : MOST_DIGITS;
  for (let length = Math.max(DIGITS, digits.length); length <= longest; length += 1) {
    const open = 10 ** (length - digits.length);
    const from = Number(digits) * open;
    ranges.push({ year, from, to: from + open - 1 });
  }
  return ranges;
}
