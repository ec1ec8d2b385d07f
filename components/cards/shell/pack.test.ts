import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from './pack';

const [N, W] = [false, true];

describe('cards in rows', () => {
  it('stay in their order where that fills the rows', () => {
    expect(packRows([N, N, N, W, N], 3)).toEqual([0, 1, 2, 3, 4]);
    expect(packRows([W, W], 4)).toEqual([0, 1]);
  });

  it('let later ones go first where they do not fit', () => {
    expect(packRows([N, N, W, N], 3)).toEqual([0, 1, 3, 2]);
    expect(packRows([W, W, N, N], 3)).toEqual([0, 2, 1, 3]);
  });

  it('take a whole row where only one or two fit beside each other', () => {
    expect(packRows([N, W, N], 2)).toEqual([0, 2, 1]);
    expect(packRows([W, N], 1)).toEqual([0, 1]);
  });

  it('each have a place of their own', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.constantFrom(1, 2, 3, 4, 6), (wide, side) => {
        expect(packRows(wide, side).toSorted((a, b) => a - b)).toEqual(wide.map((_, index) => index));
      }),
    );
  });
});
