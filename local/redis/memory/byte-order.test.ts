import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from './byte-order';

test('texts are ordered as their UTF-8 bytes are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
      expect(Math.sign(compareBytes(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
    }),
    { seed: 7 },
  );
  expect(compareBytes('\uFF5E', '\u{1F600}')).toBeLessThan(0);
});
