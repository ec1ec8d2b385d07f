import { describe, expect, it } from 'vitest';
import type { CardUnit } from '@/lib/protocol/card-value';
import { measureParts, measureWords, spanWords } from './measure-words';

describe('a number in words', () => {
  it.each<[number | null, CardUnit, string]>([
    [0.873, 'ratio', '87 %'],
    [0.0042, 'ratio', '0.4 %'],
    [0.9999, 'ratio', '99.9 %'],
    [0.994, 'ratio', '99 %'],
    [1, 'ratio', '100 %'],
    [1.27, 'ratio', '127 %'],
    [0, 'ratio', '0 %'],
    [252, 'seconds', '4 min 12 s'],
    [240, 'seconds', '4 min'],
    [7.42, 'seconds', '7.4 s'],
    [59.7, 'seconds', '1 min'],
    [0, 'seconds', '0 s'],
    [4.24, 'milliseconds', '4.2 ms'],
    [412.4, 'milliseconds', '412 ms'],
    [1_240, 'milliseconds', '1.2 s'],
    [12_400_000, 'bytes', '12.4 MB'],
    [999_960, 'bytes', '1 MB'],
    [812, 'bytes', '812 B'],
    [12_345, 'count', '12\u202f345'],
    [2.5, 'count', '2.5'],
    [7, 'count', '7'],
    [1_234_567, 'count', '1\u202f234\u202f567'],
    [61, 'days', '61 days'],
    [1, 'days', '1 day'],
    [0.5, 'days', '12 h'],
    [-3, 'days', '−3 days'],
    [null, 'count', '–'],
    [null, 'ratio', '–'],
  ])('%s %s is %s', (value, unit, words) => {
    expect(measureWords(value, unit)).toBe(words);
  });

  it('that nobody could have meant is told as nothing', () => {
    expect(measureWords(Number.NaN, 'count')).toBe('–');
  });

  it('is taken apart into digits and units', () => {
    expect(measureParts('4 min 12 s')).toEqual([
      { text: '4', isUnit: false },
      { text: ' min ', isUnit: true },
      { text: '12', isUnit: false },
      { text: ' s', isUnit: true },
    ]);
    expect(measureParts('–')).toEqual([{ text: '–', isUnit: false }]);
  });
});

it.each([
  [30_000, '30 s'],
  [300_000, '5 min'],
  [90_000, '1 min 30 s'],
  [3_600_000, '1 h'],
  [86_400_000, '1 d'],
  [600_000, '10 min'],
])('%d ms hold for %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});
