import { describe, expect, it } from 'vitest';
import { parseEnd, parseStart } from './parse-when';

// 14:02 in Norway.
const now = Date.parse('2026-11-20T13:02:31Z');
const iso = (at: number) => (Number.isNaN(at) ? null : new Date(at).toISOString());

describe('when a fire starts', () => {
  it.each([
    ['18:00', '2026-11-20T17:00:00.000Z'],
    // Some hours ago: it burns already. Long past: tomorrow.
    ['8.30', '2026-11-20T07:30:00.000Z'],
    ['2:00', '2026-11-21T01:00:00.000Z'],
    ['2026-12-24 17:00', '2026-12-24T16:00:00.000Z'],
    ['2026-06-23T21:00', '2026-06-23T19:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(iso(parseStart(text, now))).toBe(expected);
  });

  it.each(['', 'soon', '25:00', '2026-02-30 10:00', '14:75'])('cannot be read from %j', (text) => {
    expect(parseStart(text, now)).toBeNaN();
  });
});

describe('when it ends', () => {
  const start = Date.parse('2026-11-20T21:00:00Z');
  it('is the next such time after its start', () => {
    expect(iso(parseEnd('23:30', start))).toBe('2026-11-20T22:30:00.000Z');
    expect(iso(parseEnd('02:00', start))).toBe('2026-11-21T01:00:00.000Z');
  });

  it('is not known without a start', () => {
    expect(parseEnd('23:30', Number.NaN)).toBeNaN();
  });
});
