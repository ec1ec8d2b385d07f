/** Letters that no normal form takes apart, and what is typed for them on a keyboard without them. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ɖ: 'd', ɗ: 'd', ħ: 'h', ı: 'i', ɨ: 'i', ȷ: 'j', ɉ: 'j', ĸ: 'k', ƙ: 'k', ł: 'l', ƚ: 'l',
    ŋ: 'n', ɲ: 'n', ƞ: 'n', ɵ: 'o', ƥ: 'p', ɍ: 'r', ŧ: 't', ƭ: 't', ʈ: 't', ʉ: 'u', ʋ: 'v', ɏ: 'y', ƴ: 'y', ƶ: 'z', ȥ: 'z', ʒ: 'z', ƀ: 'b', ɓ: 'b', ƈ: 'c', ȼ: 'c',
    ɇ: 'e', ə: 'e', ɛ: 'e', ɔ: 'o', ƒ: 'f', ǥ: 'g', ɠ: 'g',
  }),
);
const UNPLAIN = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** A text in one spelling for comparing: lower case, whatever its normal form was. Marks stay. */
export function lowerText(text: string): string {
  // The sigma at the end of a Greek word is the same letter as within it.
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** The same without marks on its letters: å and a, ø and o, É and e become one. */
export function foldText(text: string): string {
  return lowerText(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(UNPLAIN, (letter) => PLAIN.get(letter) ?? letter)
    .normalize('NFC');
}
