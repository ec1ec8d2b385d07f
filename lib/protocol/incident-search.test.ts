import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '@/lib/core/fold-text';
import { fitsSearch, incidentNumber, readSearch } from './incident-search';

const incident = (number: string, title: string, address: string | null = null) => ({ number, title, location: address === null ? null : { address, lat: null, lng: null } });
const finds = (typed: string, number: string, title = 'Smoke', address: string | null = null) => fitsSearch(incident(number, title, address), readSearch(typed));
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

describe('words', () => {
  it.each([
    // Without marks: both.
    ['a', 'Ål', true],
    ['alesund', 'Brann i Ålesund', true],
    ['tromso', 'TROMSØ', true],
    ['baerum', 'Bærum', true],
    ['strasse', 'Straße', true],
    ['lodz', 'Łódź', true],
    ['STORGATA', 'storgata', true],
    // With marks: what bears them.
    ['å', 'Ål', true],
    ['Å', 'ål', true],
    ['å', 'Al', false],
    ['ø', 'Tromso', false],
    ['é', 'Kafe', false],
    ['kafé', 'KAFÉ', true],
    ['straße', 'Strasse', false],
    // Every character means itself.
    ['%', 'Smoke', false],
    ['%', 'At 100 %', true],
    ['_', 'Smoke', false],
    ['a_b', 'axb', false],
    ['a_b', 'a_b', true],
    ['\\', 'Smoke', false],
    ['\\', 'C:\\', true],
    ['\\%', '100 %', false],
    ['.*', 'Smoke', false],
    ['[s', 'Smoke', false],
  ])('%s in %s: %s', (typed, text, found) => {
    for (const form of FORMS) {
      for (const stored of FORMS) {
        expect(finds(typed.normalize(form), '2026-0001', text.normalize(stored))).toBe(found);
        expect(finds(typed.normalize(form), '2026-0001', 'x', text.normalize(stored))).toBe(found);
      }
    }
  });

  it('do not reach from the title into the address', () => {
    expect(finds('smoke storgata', '2026-0001', 'Smoke', 'Storgata')).toBe(false);
    expect(finds('null', '2026-0001', 'Smoke')).toBe(false);
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abcåäáæøöōđłßñĐÅØÉσςΣΐЁйЙ %_\\-09'), minLength: 1, maxLength: 12 });

  it('are found by any part of them, in either case, with their marks and without', () => {
    fc.assert(
      fc.property(letters, letters, letters, fc.constantFrom(...FORMS), (before, part, after, form) => {
        const title = `${before}${part}${after}`;
        // The capital of ß is SS, which bears no mark any more.
        const capitals = part.replaceAll('ß', 'ẞ').toUpperCase();
        for (const typed of [part, capitals, part.toLowerCase(), foldText(part)]) {
          expect(finds(typed.normalize(form), '2026-0001', title)).toBe(true);
        }
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['2026-0412', '2026-0412', true],
    ['2026-041', '2026-0412', true],
    ['2026-04', '2026-0412', true],
    ['2026-03', '2026-0399', true],
    ['2026-03', '2026-0300', true],
    ['2026-03', '2026-0400', false],
    ['2026-03', '2025-0300', false],
    ['2026-', '2026-0001', true],
    ['2026-', '2025-0001', false],
    ['2026-12', '2026-12345', true],
    ['2026-01', '2026-12345', false],
    ['2026-412', '2026-0412', false],
    ['2026-03', '2026-0003', false],
    ['2026-412', '2026-4123', true],
    ['2026-412', '2026-1412', false],
    ['412', '2026-0412', true],
    ['412', '2025-0412', true],
    ['0412', '2026-0412', true],
    ['412', '2026-4120', false],
    ['412', '2026-1412', false],
    ['2026', '2026-0001', false],
    ['2026', '2025-2026', true],
    ['２０２６-０４', '2026-0412', true],
    ['4120000000', '2026-0412', false],
    ['-0412', '2026-0412', false],
  ])('%s finds %s: %s', (typed, number, found) => {
    expect(finds(typed, number)).toBe(found);
  });

  it('are found by every beginning that holds the year, by all their digits, and by no other beginning', () => {
    const year = fc.integer({ min: 2025, max: 2027 });
    const ordinal = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 999_999_999 }));
    fc.assert(
      fc.property(year, ordinal, fc.nat({ max: 9 }), year, ordinal, (year, ordinal, cut, otherYear, other) => {
        const number = incidentNumber({ year, ordinal });
        const beginning = number.slice(0, 5 + cut);
        expect(finds(beginning, number)).toBe(true);
        expect(finds(String(ordinal), number)).toBe(true);
        const otherNumber = incidentNumber({ year: otherYear, ordinal: other });
        expect(finds(beginning, otherNumber)).toBe(otherNumber.startsWith(beginning));
      }),
    );
  });
});
