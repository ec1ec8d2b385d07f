import { lowerText } from '@/lib/core/fold-text';
import { hasVisible, textProblem } from './text-rules';

export const CODE_MAX = 8;

// A letter, figure or sign, with the marks on it. What a code is made of can be seen.
const SIGN = /[\p{L}\p{N}\p{P}\p{S}]\p{M}*/gu;

/** Whether a text could be a status code at all: 1 to 8 visible characters. Tidied before. */
export function looksLikeCode(text: string): boolean {
  return formProblem(text) === null;
}

/** Whether two codes are one to somebody who types them: small and capital letters are the same. */
export function sameCode(a: string, b: string): boolean {
  return lowerText(a) === lowerText(b);
}

/** Why a tidied text cannot become a status code; null when it can. */
export function codeProblem(text: string): string | null {
  const problem = formProblem(text);
  if (problem !== null) return problem;
  if (text.startsWith('>')) return 'A code cannot begin with >: in the command line that sends a unit to an incident.';
  if (/^\.+$/.test(text)) return 'Dots alone are no code.';
  if (['clear', 'ack'].some((word) => sameCode(word, text))) return `${text} cannot be a code: in the command line it means something else.`;
  return sameCode('A', text) ? 'A is set by Watchroom when a unit is sent. Choose another code.' : null;
}

function formProblem(text: string): string | null {
  if (text === '') return 'Write a code.';
  if (/\s/.test(text)) return 'A code has no spaces.';
  const signs = text.match(SIGN) ?? [];
  if (textProblem(text, 'line') !== null || signs.join('') !== text || !signs.every(hasVisible)) return 'Only characters that can be seen make a code.';
  return signs.length > CODE_MAX ? `A code has at most ${CODE_MAX} characters.` : null;
}
