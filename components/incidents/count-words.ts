import { COUNTED_INCIDENTS } from '@/lib/protocol/incident-totals';

const FIGURES = new Intl.NumberFormat('en-GB');

/** A number as it is read: 2,046. */
export function countWords(count: number): string {
  return FIGURES.format(count);
}

/** How many of how many: "50 of 2,046"; the number alone where that is all. */
export function shareWords(shown: number, total: number): string {
  if (shown >= total) return countWords(shown);
  return `${countWords(shown)} of ${total > COUNTED_INCIDENTS ? `more than ${countWords(COUNTED_INCIDENTS)}` : countWords(total)}`;
}
