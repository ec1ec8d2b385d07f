import { describe, expect, it } from 'vitest';
import { formatHidden, parseHidden } from './hidden-cookie';

describe('the cookie of messages put away', () => {
  it('gives back what was written', () => {
    expect(parseHidden(formatHidden(['a1', 'b-2', 'c_3']))).toEqual(['a1', 'b-2', 'c_3']);
  });

  it('is empty when there is none, and drops what is no id', () => {
    expect(parseHidden(undefined)).toEqual([]);
    expect(parseHidden('')).toEqual([]);
    expect(parseHidden('a1.<script>.%20.b2')).toEqual(['a1', 'b2']);
  });

  it('keeps the newest forty', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `id${index}`);
    expect(parseHidden(formatHidden(ids))).toEqual(ids.slice(10));
  });
});
