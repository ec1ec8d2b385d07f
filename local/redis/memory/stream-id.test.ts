import { describe, expect, test } from 'vitest';
import { compareStreamIds, formatStreamId, idAfter, idBefore, LARGEST_ID, parseStreamId, SMALLEST_ID } from './stream-id';

describe('stream ids', () => {
  test('an id is read with its number, and without one the given number is taken', () => {
    expect(parseStreamId('5-7', 0n)).toEqual({ ms: 5n, seq: 7n });
    expect(parseStreamId('5', 3n)).toEqual({ ms: 5n, seq: 3n });
    expect(formatStreamId(parseStreamId('1732132800000-0', 0n))).toBe('1732132800000-0');
  });

  test('what is no id, or too large for one, is refused', () => {
    for (const text of ['', '-', '5-', '-5', '5-x', '5-6-7', '18446744073709551616-0', '1-18446744073709551616', ' 5', '5*']) {
      expect(() => parseStreamId(text, 0n)).toThrow('Invalid stream ID');
    }
  });

  test('ids compare as 64-bit numbers, beyond what a double can tell apart', () => {
    const low = parseStreamId('9007199254740992-1', 0n);
    const high = parseStreamId('9007199254740993-0', 0n);
    expect(compareStreamIds(low, high)).toBe(-1);
    expect(compareStreamIds(high, low)).toBe(1);
    expect(compareStreamIds(low, { ...low })).toBe(0);
  });

  test('neighbours carry over into the milliseconds and end at the ends', () => {
    expect(idAfter({ ms: 4n, seq: LARGEST_ID.seq })).toEqual({ ms: 5n, seq: 0n });
    expect(idBefore({ ms: 5n, seq: 0n })).toEqual({ ms: 4n, seq: LARGEST_ID.seq });
    expect(idAfter(LARGEST_ID)).toBeUndefined();
    expect(idBefore(SMALLEST_ID)).toBeUndefined();
  });
});
