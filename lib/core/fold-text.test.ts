import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, lowerText } from './fold-text';

describe('a text without marks', () => {
  it.each([
    ['Ålesund', 'alesund'],
    ['TROMSØ', 'tromso'],
    ['Ærfugl', 'aerfugl'],
    ['Đávvi, Ŋ, Ŧ, Ǯ', 'davvi, n, t, z'],
    ['Łódź', 'lodz'],
    ['Straße STRASSE ẞ', 'strasse strasse ss'],
    ['Þórður', 'thordur'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Ёлка', 'елка'],
    ['서울', '서울'],
    ['ﬁre ２４ №', 'fire 24 no'],
    ['100 % _ \\', '100 % _ \\'],
  ])('%s is %s', (text, folded) => {
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(text.normalize(form))).toBe(folded);
  });
});

describe('both spellings', () => {
  const texts = fc.string({ unit: 'binary' });

  it('are the same for every normal form of a text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
        expect(lowerText(text.normalize(form))).toBe(lowerText(text));
        expect(foldText(text.normalize(form))).toBe(foldText(text));
      }),
    );
  });

  it('do not change when made again, and marks do not come back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(lowerText(lowerText(text))).toBe(lowerText(text));
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(foldText(lowerText(text))).toBe(foldText(text));
        expect(lowerText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
