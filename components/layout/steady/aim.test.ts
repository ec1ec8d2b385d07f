import { describe, expect, it } from 'vitest';
import { createAim, SETTLE_MS } from './aim';

describe('aim', () => {
  it('lets a hand press what it moved to, at once', () => {
    const aim = createAim<string>();
    aim.moveTo(10, 10, 'accept');
    aim.look('accept', 1_000);
    expect(aim.isFresh(1_000)).toBe(false);
  });

  it('holds back a press on what came under a resting hand, until it has been there for a while', () => {
    const aim = createAim<string>();
    aim.moveTo(10, 10, 'accept 1');
    aim.look('accept 2', 5_000);
    expect(aim.isFresh(5_000 + SETTLE_MS - 1)).toBe(true);
    expect(aim.isFresh(5_000 + SETTLE_MS)).toBe(false);
  });

  it('is not deceived by a hand that trembles', () => {
    const aim = createAim<string>();
    aim.moveTo(10, 10, 'accept 1');
    aim.look('accept 2', 5_000);
    aim.moveTo(12, 11, 'accept 2');
    expect(aim.isFresh(5_100)).toBe(true);
  });

  it('lets a hand press that has moved to something else since', () => {
    const aim = createAim<string>();
    aim.moveTo(10, 10, 'accept 1');
    aim.look('accept 2', 5_000);
    aim.moveTo(60, 10, 'open');
    expect(aim.isFresh(5_100)).toBe(false);
  });

  it('has nothing to hold back where nothing can be pressed', () => {
    const aim = createAim<string>();
    aim.moveTo(10, 10, 'accept');
    aim.look(null, 5_000);
    expect(aim.isFresh(5_001)).toBe(false);
  });
});
