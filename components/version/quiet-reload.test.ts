import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForQuiet } from './quiet-reload';

let page: { there: boolean; connected: boolean; unfinished: boolean; touchedAt: number; reloadedAt: number | null | undefined };
let reload: ReturnType<typeof vi.fn<() => void>>;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  page = { there: true, connected: true, unfinished: false, touchedAt: Date.now(), reloadedAt: null };
  reload = vi.fn(() => {
    page.reloadedAt = Date.now();
  });
  stop = watchForQuiet({
    isThere: () => page.there,
    isConnected: () => page.connected,
    isUnfinished: () => page.unfinished,
    touchedAt: () => page.touchedAt,
    reloadedAt: () => page.reloadedAt,
    reload,
  });
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const after = (seconds: number) => {
  vi.advanceTimersByTime(seconds * 1_000);
  return reload.mock.calls.length;
};

describe('a page that is older than its server [RT24]', () => {
  it('loads itself anew once nobody has touched it for 30 s', () => {
    expect(after(29)).toBe(0);
    page.touchedAt = Date.now();
    expect(after(29)).toBe(0);
    expect(after(2)).toBe(1);
    expect(after(600)).toBe(1);
  });

  it('does so within 30 s of learning of it where nobody is, not with all others at once', () => {
    page.there = false;
    expect(after(600)).toBe(0);
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    page.there = true;
    expect(after(27)).toBe(0);
    expect(after(3)).toBe(1);
  });

  it('waits while something is unfinished, or nothing would answer', () => {
    page.unfinished = true;
    expect(after(600)).toBe(0);
    [page.unfinished, page.connected] = [false, false];
    expect(after(600)).toBe(0);
    page.connected = true;
    expect(after(1)).toBe(1);
  });

  it('never does so twice within five minutes', () => {
    page.reloadedAt = Date.now();
    expect(after(299)).toBe(0);
    expect(after(2)).toBe(1);
  });

  it('never does so where it cannot remember having done it', () => {
    page.reloadedAt = undefined;
    expect(after(3_600)).toBe(0);
  });

  it('stays when the server of its own version is back before that', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    page.touchedAt = 0;
    expect(after(20)).toBe(0);
    page.there = false;
    expect(after(60)).toBe(0);
    page.there = true;
    expect(after(20)).toBe(0);
  });
});
