import { describe, expect, it } from 'vitest';
import { formatCursor } from '@/lib/protocol/cursor';
import { createCursorKeeper } from './cursor-keeper';

const at = (n: number, epoch = 'ep') => formatCursor(epoch, `${n}-0`);

describe('the cursor of a client', () => {
  it('only moves on [RT6]', () => {
    const keeper = createCursorKeeper(at(5));
    keeper.reach(at(7), true);
    keeper.reach(at(6), true);
    expect(keeper.cursor).toBe(at(7));
  });

  it('follows into a new life of the log', () => {
    const keeper = createCursorKeeper(at(5));
    keeper.set(at(1, 'new'));
    keeper.reach(at(2, 'new'), true);
    expect(keeper.cursor).toBe(at(2, 'new'));
  });

  it('owes the topics it did not hear, until a stream with all of them has caught up [RT19]', () => {
    const keeper = createCursorKeeper(at(5));
    keeper.reach(at(6), false);
    keeper.reach(at(9), false);
    expect([keeper.from(true), keeper.from(false)]).toEqual([at(5), at(9)]);
    keeper.reach(at(7), true);
    // Cut in the middle of catching up: what was not served yet is still owed.
    expect([keeper.from(true), keeper.cursor]).toEqual([at(7), at(9)]);
    keeper.reach(at(9), true);
    expect([keeper.from(true), keeper.cursor]).toEqual([at(9), at(9)]);
  });

  it('owes nothing after a reset', () => {
    const keeper = createCursorKeeper(at(5));
    keeper.reach(at(9), false);
    keeper.set(at(20));
    expect(keeper.from(true)).toBe(at(20));
  });
});
