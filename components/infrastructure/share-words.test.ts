import { describe, expect, it } from 'vitest';
import { formatLatency, formatShare } from './share-words';

describe('a share in percent', () => {
  it('is all of it only when it is all of it', () => {
    expect(formatShare(1)).toBe('100 %');
    expect(formatShare(0.99996)).toBe('99.99 %');
    expect(formatShare(0.99999999999999)).toBe('99.99 %');
  });

  it('is cut, not rounded, and not a hundredth below what was meant', () => {
    expect(formatShare(0.98765)).toBe('98.76 %');
    for (let hundredths = 0; hundredths < 10_000; hundredths += 1) expect(formatShare(hundredths / 10_000)).toBe(`${(hundredths / 100).toFixed(2)} %`);
  });

  it('is a dash where nothing is known, which is not zero', () => {
    expect(formatShare(null)).toBe('—');
    expect(formatShare(0)).toBe('0.00 %');
  });
});

it('a latency is told as fine as it can be read', () => {
  expect([null, 0.42, 9.96, 12.4, 999.2, 1_240].map(formatLatency)).toEqual(['—', '0.4 ms', '10.0 ms', '12 ms', '999 ms', '1.24 s']);
});
