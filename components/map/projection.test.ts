import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, lengthWords, panned, project, roundLength, unproject, zoomed, type View } from './projection';

const SIZE = { width: 400, height: 300 };
const LILLEHAMMER = { lat: 61.115, lng: 10.466 };
const HAMAR = { lat: 60.7945, lng: 11.068 };
const view: View = { center: LILLEHAMMER, scale: 0.01 };

test('the centre is in the middle, north is up, east is right', () => {
  expect(project(view, SIZE, LILLEHAMMER)).toEqual({ x: 200, y: 150 });
  const hamar = project(view, SIZE, HAMAR);
  expect(hamar.x).toBeGreaterThan(200);
  expect(hamar.y).toBeGreaterThan(150);
});

test('distances are right: Lillehammer to Hamar is 48 km as the crow flies', () => {
  const center = { lat: (LILLEHAMMER.lat + HAMAR.lat) / 2, lng: LILLEHAMMER.lng };
  const [a, b] = [LILLEHAMMER, HAMAR].map((place) => project({ center, scale: 0.001 }, SIZE, place));
  expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeCloseTo(48.3, 0);
});

test('there is nothing to fit without places', () => {
  expect(fit([], SIZE, 20)).toBeNull();
});

test('one place is shown with something around it', () => {
  const one = fit([LILLEHAMMER], SIZE, 20);
  expect(one?.center).toEqual(LILLEHAMMER);
  expect(300 / (one?.scale ?? 0)).toBeGreaterThan(2_000);
});

const places = fc.array(fc.record({ lat: fc.double({ min: 57, max: 72, noNaN: true }), lng: fc.double({ min: 4, max: 32, noNaN: true }) }), { minLength: 1, maxLength: 20 });

test('whatever is fitted lies inside the margin', () => {
  fc.assert(
    fc.property(places, (all) => {
      const fitted = fit(all, SIZE, 20);
      if (!fitted) throw new Error('nothing was fitted');
      for (const place of all) {
        const { x, y } = project(fitted, SIZE, place);
        expect(x).toBeGreaterThanOrEqual(19.99);
        expect(x).toBeLessThanOrEqual(380.01);
        expect(y).toBeGreaterThanOrEqual(19.99);
        expect(y).toBeLessThanOrEqual(280.01);
      }
    }),
  );
});

test('a point and its place are each other’s', () => {
  const point = { x: 37, y: 211 };
  const back = project(view, SIZE, unproject(view, SIZE, point));
  expect(back.x).toBeCloseTo(point.x, 6);
  expect(back.y).toBeCloseTo(point.y, 6);
});

test('pulling moves everything by as much', () => {
  const { x, y } = project(panned(view, { x: 30, y: -12 }), SIZE, LILLEHAMMER);
  expect(x).toBeCloseTo(230, 1);
  expect(y).toBeCloseTo(138, 1);
});

test('zooming keeps what is under the pointer within a pixel', () => {
  const at = { x: 90, y: 40 };
  const place = unproject(view, SIZE, at);
  const { x, y } = project(zoomed(view, SIZE, 2, at), SIZE, place);
  expect(Math.abs(x - at.x)).toBeLessThan(1);
  expect(Math.abs(y - at.y)).toBeLessThan(1);
});

test('zooming ends at both ends', () => {
  expect(zoomed(view, SIZE, 1e9, { x: 0, y: 0 }).scale).toBe(2);
  expect(zoomed(view, SIZE, 1e-9, { x: 0, y: 0 }).scale).toBe(1e-5);
});

test('the scale bar has a round length that fits', () => {
  expect(roundLength(0.01, 100)).toBe(10_000);
  expect(roundLength(0.01, 70)).toBe(5_000);
  expect(roundLength(0.01, 49)).toBe(2_000);
  expect(roundLength(1, 120)).toBe(100);
  expect([lengthWords(200), lengthWords(5_000)]).toEqual(['200 m', '5 km']);
});
