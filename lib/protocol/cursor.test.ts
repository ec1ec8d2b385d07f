import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCursor, compareCursors, compareStreamIds, formatCursor, parseCursor, type StreamId } from './cursor';

describe('cursor', () => {
  it('survives being written and read', () => {
    const cursor = formatCursor('9a8b7c', '1763664000000-12');
    expect(parseCursor(cursor)).toEqual({ epoch: '9a8b7c', streamId: '1763664000000-12' });
  });

  it.each([
    ['nothing', null],
    ['empty', ''],
    ['words', 'yesterday'],
    ['no epoch', '1-2'],
    ['an empty epoch', '.1-2'],
    ['no sequence', 'e.1'],
    ['a line break', 'e.1-2\n'],
    ['NUL', 'e.1-2\0'],
    ['a negative number', 'e.-1-2'],
    ['foreign letters', 'é.1-2'],
    ['10 kB', `${'e'.repeat(10_000)}.1-2`],
  ])('refuses %s', (_what, text) => {
    expect(asCursor(text)).toBeNull();
  });

  it('never throws, whatever text comes', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCursor(text)));
  });

  it('orders ids as numbers, also beyond what a double holds', () => {
    expect(compareStreamIds('9-0', '10-0')).toBeLessThan(0);
    expect(compareStreamIds('5-10', '5-9')).toBeGreaterThan(0);
    expect(compareStreamIds('1-9007199254740993', '1-9007199254740992')).toBeGreaterThan(0);
    expect(compareStreamIds('007-1', '7-1')).toBe(0);
  });

  it('orders like the numbers do', () => {
    const id = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(id, id, (a, b) => {
        const text = ([ms, seq]: [number, number]): StreamId => `${ms}-${seq}`;
        expect(Math.sign(compareStreamIds(text(a), text(b)))).toBe(Math.sign(a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  it('has no order between two lives of the log', () => {
    expect(compareCursors(formatCursor('a', '1-1'), formatCursor('b', '2-1'))).toBeNull();
    expect(compareCursors(formatCursor('a', '1-1'), formatCursor('a', '2-1'))).toBeLessThan(0);
  });
});
