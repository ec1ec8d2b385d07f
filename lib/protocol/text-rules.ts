import { cutText } from '@/lib/core/cut-text';

// C0 and C1 controls, line and paragraph separators. A tab has become a space before.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
// Zero-width (non-)joiners are letters' business in Persian, Hindi and emoji; all other format characters only hide or reorder text.
const FORMAT = /(?![\u200c\u200d])\p{Cf}/u;
const LONE_SURROGATE = /\p{Cs}/u;
/** Marks on one letter: Hebrew and Tibetan have up to four, a tower of them covers the lines above and below. */
const MOST_MARKS = 4;
const TOWER = new RegExp(`(?:\\p{M}[\\u200c\\u200d]*){${MOST_MARKS + 1}}`, 'u');
const JOINERS = /[\u200c\u200d]{3}/;
// The blank Braille pattern and the Hangul fillers are letters or symbols by category and still show nothing.
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u;

/** What one way of writing may hold. */
export type TextForm = 'line' | 'lines';

/** One spelling of a text: NFC, a tab is a space, line ends are `\n`, nothing blank at its ends. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}

/** Whether anything of a text can be seen. */
export function hasVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** What a person is told about a tidied text that cannot be taken; null when it can. */
export function textProblem(text: string, form: TextForm): string | null {
  if ((form === 'line' ? CONTROL : CONTROL_BUT_LINES).test(text)) return form === 'line' ? 'Line breaks and control characters are not allowed here.' : 'Control characters are not allowed here.';
  if (LONE_SURROGATE.test(text)) return 'Half of a character is in here, such as a broken emoji. Delete it and write it again.';
  if (FORMAT.test(text)) return 'Invisible characters that hide or reorder text are in here. Type it again instead of pasting it.';
  if (TOWER.test(text)) return `More than ${MOST_MARKS} accents stand on one letter. Take some away.`;
  return JOINERS.test(text) ? 'Invisible joiners stand in a row here. Type it again instead of pasting it.' : null;
}

/**
 * The same rules for what programs send: takes out what may not stay instead of refusing, and cuts to `maxLength` characters.
 * Empty when nothing visible is left.
 */
export function cleanText(text: string, maxLength: number, form: TextForm = 'line'): string {
  const shown = text
    .replace(/\p{Cs}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\u200c\u200d]{3,}/g, '\u200d')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(form === 'line' ? /[\u0000-\u001f\u007f-\u009f]+/g : /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ')
    .replace(new RegExp(`((?:\\p{M}[\\u200c\\u200d]*){${MOST_MARKS}})(?:\\p{M}[\\u200c\\u200d]*)+`, 'gu'), '$1')
    .trim();
  return hasVisible(shown) ? cutText(shown, maxLength).trim() : '';
}
