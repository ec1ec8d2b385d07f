import { describe, expect, it } from 'vitest';
import type { BarFlash } from '@/stores/flash';
import { liveEntries, type LiveContext } from './live-entries';

const now = Date.parse('2026-11-20T14:00:00.000Z');
const nobody: LiveContext = { role: 'dispatcher', now, hidden: new Set(), refused: new Set() };
const unread = { deliveredAt: null, displayedAt: null, ackedAt: null };
const acked = { ...unread, ackedAt: '2026-11-20T13:59:00.000Z' };

function flash(id: string, patch: Partial<BarFlash> = {}): BarFlash {
  return {
    id,
    version: 1,
    level: 'info',
    title: id,
    body: '',
    audience: ['dispatcher'],
    requiresAck: false,
    ackDeadline: null,
    sound: true,
    status: 'live',
    startsAt: '2026-11-20T13:50:00.000Z',
    expiresAt: null,
    createdAt: '2026-11-20T13:50:00.000Z',
    sentAt: '2026-11-20T13:50:00.000Z',
    endedAt: null,
    createdBy: { id: 's1', name: 'Supervisor' },
    endedBy: null,
    incidentId: null,
    supersedesId: null,
    receipt: unread,
    ...patch,
  };
}

const order = (flashes: BarFlash[], context = nobody) => liveEntries(flashes, context).map((entry) => entry.flash.id);
const stateOf = (one: BarFlash, context = nobody) => liveEntries([one], context)[0]?.state ?? null;

describe('the order of the bar', () => {
  it('puts what waits for me first, then the louder, then the newer', () => {
    const list = [
      flash('info-old'),
      flash('info-new', { sentAt: '2026-11-20T13:58:00.000Z' }),
      flash('critical-acked', { level: 'critical', receipt: acked }),
      flash('warning-waiting', { level: 'warning', requiresAck: true }),
      flash('critical-waiting', { level: 'critical' }),
      flash('info-waiting', { requiresAck: true }),
    ];
    const expected = ['critical-waiting', 'warning-waiting', 'info-waiting', 'critical-acked', 'info-new', 'info-old'];
    expect(order(list)).toEqual(expected);
    expect(order([...list].reverse())).toEqual(expected);
  });

  it('keeps a withdrawn message in its place while it goes', () => {
    const gone = flash('b', { level: 'critical', status: 'recalled', endedHereAt: 1 });
    expect(order([flash('c', { level: 'warning', requiresAck: true }), gone, flash('a')])).toEqual(['b', 'c', 'a']);
  });
});

describe('what a message is to me', () => {
  it.each([
    ['a critical one waits for me even when it does not say so', flash('x', { level: 'critical' }), 'alerting'],
    ['one that wants acknowledging waits for me', flash('x', { requiresAck: true }), 'alerting'],
    ['one that I acknowledged is acknowledged', flash('x', { requiresAck: true, receipt: acked }), 'acknowledged'],
    ['my own message asks nothing of me', flash('x', { level: 'critical', receipt: null }), 'steady'],
    ['an info message asks nothing of me', flash('x'), 'steady'],
    ['one that ran out unacknowledged stays', flash('x', { requiresAck: true, status: 'expired' }), 'outdated'],
    ['one whose end has passed counts as run out without news', flash('x', { requiresAck: true, expiresAt: '2026-11-20T13:59:59.000Z' }), 'outdated'],
    ['one that ran out and asked nothing is gone', flash('x', { status: 'expired' }), null],
    ['one that was just recalled is withdrawn', flash('x', { status: 'recalled', endedHereAt: 5 }), 'withdrawn'],
    ['one that was recalled before I came is gone', flash('x', { status: 'recalled' }), null],
    ['one that is still scheduled is not on', flash('x', { status: 'scheduled' }), null],
  ])('%s', (_sentence, one, state) => {
    expect(stateOf(one)).toBe(state);
  });

  it('asks nothing of somebody who may not acknowledge', () => {
    expect(stateOf(flash('x', { level: 'critical' }), { ...nobody, role: 'observer' })).toBe('steady');
  });

  it('waits again when the server refused the acknowledgement', () => {
    const context = { ...nobody, refused: new Set(['x']) };
    expect(stateOf(flash('x', { requiresAck: true, receipt: acked }), context)).toBe('alerting');
  });
});

describe('putting messages away', () => {
  const hiding = { ...nobody, hidden: new Set(['x']) };

  it('works for what asks nothing', () => {
    expect(liveEntries([flash('x')], hiding)[0]?.hidden).toBe(true);
  });

  it('does not work for a critical message or one that waits for me', () => {
    expect(liveEntries([flash('x', { level: 'critical', receipt: acked })], hiding)[0]?.hidden).toBe(false);
    expect(liveEntries([flash('x', { requiresAck: true })], hiding)[0]?.hidden).toBe(false);
  });
});
