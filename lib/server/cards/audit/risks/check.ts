import { cutText } from '@/lib/core/cut-text';
import type { Check } from '../../pieces/checks-headline';

export type { Check };

const WORDS_MAX = 240;

/** One line of the list of risks; words that are too long are cut. */
export function check(label: string, state: Check['state'], words: string): Check {
  return { label, state, words: cutText(words, WORDS_MAX) };
}
