import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '@/components/room/outbox/outbox-item';
import type { LogEntry } from '@/lib/protocol/room';
import { countNew, currentText, logView, type LogRow } from './log-view';

const ME = 'user-1';

function entry(seq: number, patch: Partial<LogEntry> = {}): LogEntry {
  return {
    id: `e${seq}`,
    incidentId: 'incident-1',
    seq,
    kind: 'utterance',
    phase: 'active',
    speaker: { role: 'dispatcher', userId: 'user-2', label: 'Kari' },
    text: `text ${seq}`,
    addressee: null,
    occurredAt: '2026-11-21T12:00:00.000Z',
    recordedAt: '2026-11-21T12:00:00.000Z',
    source: 'board',
    clientMsgId: null,
    supersedesId: null,
    inReplyTo: null,
    pinned: false,
    lat: null,
    lng: null,
    ...patch,
  };
}

function unsent(clientMsgId: string, patch: Partial<OutboxItem> = {}): OutboxItem {
  return { incidentId: 'incident-1', order: 1, entry: { kind: 'utterance', text: 'mine', clientMsgId }, state: 'waiting', refusal: null, takenAt: null, ...patch };
}

const view = (entries: LogEntry[], readSeq: number | null = null, items: OutboxItem[] = []) => logView({ entries, unsent: items, readSeq, userId: ME });
const shape = (rows: readonly LogRow[]) => rows.map((row) => (row.type === 'entry' ? row.view.entry.seq : row.type === 'unread' ? `unread ${row.count}` : row.key));

describe('corrections', () => {
  it('stand at the entry they replace, and at their own place', () => {
    const { rows, byId } = view([entry(1), entry(2), entry(3, { kind: 'correction', supersedesId: 'e1', text: 'better' })]);
    expect(shape(rows)).toEqual([1, 2, 3]);
    const corrected = byId.get('e1');
    expect(corrected?.entry.text).toBe('text 1');
    expect(corrected?.corrections.map(({ text }) => text)).toEqual(['better']);
    expect(corrected && currentText(corrected)).toBe('better');
    expect(byId.get('e3')?.about?.id).toBe('e1');
  });

  it('of a correction count for the first entry: the last one is what it says', () => {
    const { byId } = view([
      entry(1),
      entry(2, { kind: 'correction', supersedesId: 'e1', text: 'second' }),
      entry(3, { kind: 'correction', supersedesId: 'e2', text: 'third' }),
    ]);
    const [first, second] = [byId.get('e1'), byId.get('e2')];
    expect(first?.corrections.map(({ text }) => text)).toEqual(['second', 'third']);
    expect(first && currentText(first)).toBe('third');
    expect(second && currentText(second)).toBe('third');
  });

  it('of an entry on a page that is not loaded harm nothing', () => {
    const { byId } = view([entry(501, { kind: 'correction', supersedesId: 'e1' })]);
    expect(byId.get('e501')?.about).toBeNull();
  });
});

describe('questions and orders', () => {
  it('are open until they are answered', () => {
    const asked = [entry(1, { kind: 'intervention', addressee: 'A1' }), entry(2, { kind: 'intervention' })];
    expect(view(asked).open.map(({ entry: { seq } }) => seq)).toEqual([1, 2]);
    const answered = view([...asked, entry(3, { kind: 'intervention_response', inReplyTo: 'e1' })]);
    expect(answered.open.map(({ entry: { seq } }) => seq)).toEqual([2]);
    expect(answered.byId.get('e1')?.answers.map(({ seq }) => seq)).toEqual([3]);
    expect(answered.byId.get('e3')?.about?.id).toBe('e1');
  });
});

it('lists pinned entries with what they say now', () => {
  const { pinned } = view([entry(1, { pinned: true }), entry(2), entry(3, { kind: 'correction', supersedesId: 'e1', text: 'better' })]);
  expect(pinned.map(currentText)).toEqual(['better']);
});

describe('the unread line', () => {
  it('stands before the first entry that came after the last look', () => {
    const { rows, unreadAt } = view([entry(1), entry(2), entry(3)], 1);
    expect(shape(rows)).toEqual([1, 'unread 2', 2, 3]);
    expect(unreadAt).toBe(1);
  });

  it('is not drawn for what one wrote oneself, for a first visit, or without news', () => {
    const mine = { speaker: { role: 'dispatcher' as const, userId: ME, label: 'Me' } };
    expect(view([entry(1), entry(2, mine)], 1).unreadAt).toBe(-1);
    expect(view([entry(1), entry(2)], null).unreadAt).toBe(-1);
    expect(view([entry(1), entry(2)], 2).unreadAt).toBe(-1);
    expect(shape(view([entry(1), entry(2, mine), entry(3)], 1).rows)).toEqual([1, 2, 'unread 1', 3]);
  });

  it('counts what came since, without one’s own', () => {
    const mine = entry(3, { speaker: { role: 'dispatcher', userId: ME, label: 'Me' } });
    expect(countNew([entry(1), entry(2), mine, entry(4)], 1, ME)).toBe(2);
    expect(countNew([], 0, ME)).toBe(0);
  });
});

describe('what is not sent yet', () => {
  it('stands at the end, in its order', () => {
    expect(shape(view([entry(1)], null, [unsent('first-00'), unsent('second-0')]).rows)).toEqual([1, 'first-00', 'second-0']);
  });

  it('becomes one with its entry and keeps its place and key when it arrives', () => {
    const before = view([entry(1)], null, [unsent('first-00')]).rows;
    const after = view([entry(1), entry(2, { clientMsgId: 'first-00' })], null, [unsent('first-00', { state: 'taken', takenAt: 1 })]).rows;
    expect(shape(after)).toEqual([1, 2]);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });
});

it('takes time in proportion to the entries: fifty thousand are no matter of minutes', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => entry(index + 1, index % 10 === 9 ? { kind: 'correction', supersedesId: `e${index}` } : {}));
  const start = performance.now();
  const { rows } = view(many, 25_000);
  expect(rows).toHaveLength(50_001);
  expect(performance.now() - start).toBeLessThan(5_000);
});
