import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spaced } from './spaced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('does what is asked for often once and soon, and again only after a while', () => {
  const act = vi.fn();
  const load = spaced(act, { withinMs: 2_000, apartMs: 30_000 });
  for (let n = 0; n < 10; n += 1) load.ask();
  vi.advanceTimersByTime(2_000);
  expect(act).toHaveBeenCalledTimes(1);
  load.ask();
  vi.advanceTimersByTime(27_999);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(4_001);
  expect(act).toHaveBeenCalledTimes(2);
  load.ask();
  load.stop();
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(2);
});
