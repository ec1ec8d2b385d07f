import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './labels';

test('a lone mark has its name on the right', () => {
  expect(placeLabels([{ id: 'a', at: { x: 100, y: 100 }, width: 40 }]).get('a')).toEqual({ x: 108, y: 93 });
});

test('a name gives way to the mark beside it', () => {
  const places = placeLabels([
    { id: 'a', at: { x: 100, y: 100 }, width: 40 },
    { id: 'b', at: { x: 125, y: 100 }, width: 40 },
  ]);
  expect(places.get('a')?.x).toBe(52);
  expect(places.get('b')?.x).toBe(133);
});

test('names never cover each other, and the first of a heap keeps its own', () => {
  const marks = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(marks, (points) => {
      const places = [...placeLabels(points.map((at, index) => ({ id: String(index), at, width: 40 }))).values()];
      for (const [index, a] of places.entries()) {
        for (const b of places.slice(index + 1)) expect(Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 14).toBe(true);
      }
    }),
  );
});
