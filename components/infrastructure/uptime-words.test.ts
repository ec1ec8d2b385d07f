import { describe, expect, it } from 'vitest';
import { formatSpan, uptimeFigures } from './uptime-words';

const NEVER = { d1: null, d30: null, y1: null };
const MORNING = '2026-11-21T08:00:00.000Z';

describe('what is said of an uptime (A16)', () => {
  it('is each share of its whole time, when that was measured', () => {
    expect(uptimeFigures({ uptime: { d1: 1, d30: 0.9, y1: 0.8 }, uptime_from: NEVER })).toEqual([
      { label: '24 h', share: 1, from: null },
      { label: '30 d', share: 0.9, from: null },
      { label: '1 y', share: 0.8, from: null },
    ]);
  });

  it('is no year after a morning: one figure with the time that was measured, and no other', () => {
    expect(uptimeFigures({ uptime: { d1: 1, d30: 1, y1: 1 }, uptime_from: { d1: MORNING, d30: MORNING, y1: MORNING } }).map(({ share, from }) => [share, from])).toEqual([[1, MORNING], [null, null], [null, null]]);
    expect(uptimeFigures({ uptime: { d1: 1, d30: 0.9, y1: 0.9 }, uptime_from: { d1: null, d30: MORNING, y1: MORNING } }).map(({ share, from }) => [share, from])).toEqual([[1, null], [0.9, MORNING], [null, null]]);
  });

  it('has every time of its own after a gap', () => {
    const earlier = '2026-11-01T08:00:00.000Z';
    expect(uptimeFigures({ uptime: { d1: 1, d30: 0.9, y1: 0.9 }, uptime_from: { d1: MORNING, d30: earlier, y1: earlier } }).map(({ share, from }) => [share, from])).toEqual([[1, MORNING], [0.9, earlier], [null, null]]);
  });

  it('is nothing where nothing is known', () => {
    expect(uptimeFigures({ uptime: NEVER, uptime_from: NEVER }).every(({ share, from }) => share === null && from === null)).toBe(true);
  });
});

it('a measured time is told in one unit, and never more than it was', () => {
  expect([0, 119_000, 33.9 * 60_000, 3_600_000, 86_399_000, 10.9 * 86_400_000].map(formatSpan)).toEqual(['1 min', '1 min', '33 min', '1 h', '23 h', '10 d']);
});
