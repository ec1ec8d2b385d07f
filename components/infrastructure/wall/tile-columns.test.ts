import { expect, it } from 'vitest';
import { tileColumns } from './tile-columns';

it('tiles fill a wide screen without a row that is nearly empty', () => {
  expect([1, 2, 3, 7, 8, 12, 24].map((count) => `${tileColumns(count)} × ${Math.ceil(count / tileColumns(count))}`)).toEqual(['1 × 1', '2 × 1', '3 × 1', '4 × 2', '4 × 2', '4 × 3', '6 × 4']);
});
