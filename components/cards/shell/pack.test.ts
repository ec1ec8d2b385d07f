import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, PARTS } from './pack';

const [N, W] = [false, true];
const places = (wide: readonly boolean[], side: number) => packRows(wide, side).map(({ place }) => place);
const spans = (wide: readonly boolean[], side: number) => packRows(wide, side).map(({ span }) => span);

describe('cards in rows', () => {
  it('stay in their order where that fills the rows', () => {
    expect(places([N, N, N, W, N], 3)).toEqual([0, 1, 2, 3, 4]);
    expect(spans([N, N, N, W, N], 3)).toEqual([4, 4, 4, 8, 4]);
    expect(spans([W, W], 4)).toEqual([6, 6]);
  });

  it('let later ones go first where they do not fit', () => {
    expect(places([N, N, W, N], 3)).toEqual([0, 1, 3, 2]);
    expect(places([W, W, N, N], 3)).toEqual([0, 2, 1, 3]);
  });

  it('take a whole row where only one or two fit beside each other', () => {
    expect(places([N, W, N], 2)).toEqual([0, 2, 1]);
    expect(spans([N, W, N], 2)).toEqual([6, 12, 6]);
    expect(spans([W, N], 1)).toEqual([12, 12]);
  });

  it('share what is left of a row, the last two rows with each other', () => {
    expect(spans([N, N, N, N, N], 4)).toEqual([4, 4, 4, 6, 6]);
    expect(spans([N, N, N, N, W], 4)).toEqual([4, 4, 4, 4, 8]);
    expect(spans([W, N, N], 4)).toEqual([6, 3, 3]);
    expect(spans([W, N], 4)).toEqual([8, 4]);
  });

  it('are not drawn out over a row that they have for themselves', () => {
    expect(spans([N], 4)).toEqual([6]);
    expect(spans([W], 4)).toEqual([9]);
    expect(spans([W], 3)).toEqual([12]);
    expect(spans([N], 2)).toEqual([12]);
  });

  it('each have a place of their own, and no row has more than its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.constantFrom(1, 2, 3, 4, 6), (wide, side) => {
        const spots = packRows(wide, side);
        expect(spots.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(wide.map((_, index) => index));
        // As a grid lays them out: every row but the last is full.
        const rows: number[] = [];
        for (const { span } of spots.toSorted((a, b) => a.place - b.place)) {
          const last = rows.at(-1);
          if (last !== undefined && last + span <= PARTS) rows[rows.length - 1] = last + span;
          else rows.push(span);
        }
        for (const row of rows.slice(0, -2)) expect(row).toBe(PARTS);
        for (const row of rows) expect(row).toBeLessThanOrEqual(PARTS);
      }),
    );
  });
});
