import { describe, expect, it } from 'vitest';
import { formatCursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import { createEventJournal, type JournalEntry } from './event-journal';

const at = '2026-11-20T14:02:31.000Z';
const event = (id: string): WireEvent => ({ id, type: 'test.broadcast', timestamp: at, data: { id, label: id, sentAt: at, sentBy: 'x' } });
const place = (n: number, epoch = 'ep') => formatCursor(epoch, `${n}-0`);
const ids = (entries: readonly JournalEntry[]) => entries.map(({ event: { id } }) => id);

describe('the journal', () => {
  it('gives what came after a place, in order', () => {
    const journal = createEventJournal();
    for (const n of [8, 9, 10, 11]) journal.add(event(`e${n}`), place(n));
    expect(ids(journal.after(place(9)))).toEqual(['e10', 'e11']);
    expect(ids(journal.after(place(11)))).toEqual([]);
  });

  it('gives everything when the place is unknown or of another life of the log', () => {
    const journal = createEventJournal();
    journal.add(event('a'), place(5));
    expect(ids(journal.after(null))).toEqual(['a']);
    expect(ids(journal.after(place(9, 'other')))).toEqual(['a']);
  });

  it('keeps a bounded number and forgets all when told', () => {
    const journal = createEventJournal();
    for (let n = 0; n < 600; n += 1) journal.add(event(`e${n}`), place(n));
    expect(journal.after(null)).toHaveLength(500);
    journal.begin(null);
    expect(journal.after(null)).toEqual([]);
  });

  it('knows from where on nothing is missing [RT20]', () => {
    const journal = createEventJournal();
    journal.begin(place(10));
    for (let n = 11; n < 600; n += 1) journal.add(event(`e${n}`), place(n));
    expect([place(10), place(98), place(99), place(600), place(99, 'other'), null].map(journal.covers)).toEqual([
      false, false, true, true, false, false,
    ]);
  });
});
