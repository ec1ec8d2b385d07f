import { describe, expect, it } from 'vitest';
import { placeOf, placeSchema, readPlace } from './list-place';

const at = new Date('2026-11-21T12:00:00.000Z');
const id = '0b7c1c6e-95a5-4c1e-9d2f-2f6f4f9f0a11';

describe('a place in a list', () => {
  it('is read as it was written', () => {
    expect(readPlace(placeOf(at, id))).toEqual({ at, id, group: undefined });
    expect(readPlace(placeOf(at, id, 'P1'))).toEqual({ at, id, group: 'P1' });
  });

  it('is taken from a query by the lists that write it so', () => {
    const [plain, grouped] = [placeSchema(), placeSchema('P[1-4]')];
    expect(plain.parse(placeOf(at, id))).toBe(placeOf(at, id));
    expect(grouped.parse(placeOf(at, id))).toBe(placeOf(at, id));
    expect(grouped.parse(placeOf(at, id, 'P4'))).toBe(placeOf(at, id, 'P4'));
    expect(plain.parse(undefined)).toBeUndefined();
    expect(plain.safeParse(placeOf(at, id, 'P1')).success).toBe(false);
    for (const foreign of ['', '1', `_${id}`, `1d_${id}`, `${placeOf(at, id)}_`, `12345678901234_${id}`, `P5_1_${id}`, `P1_P2_1_${id}`]) {
      expect(plain.safeParse(foreign).success, foreign).toBe(false);
      expect(grouped.safeParse(foreign).success, foreign).toBe(false);
    }
  });
});
