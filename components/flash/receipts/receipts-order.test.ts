import { describe, expect, it } from 'vitest';
import { progressOf } from '@/components/flash/progress-words';
import type { Receipt } from '@/lib/protocol/flash';
import { outstandingFirst, owesAck } from './receipts-order';

const at = '2026-11-20T14:00:00.000Z';

function receipt(userName: string, patch: Partial<Receipt> = {}): Receipt {
  return { flashId: 'f', userId: userName, userName, role: 'dispatcher', deliveredAt: null, displayedAt: null, ackedAt: null, note: null, latencyMs: null, ...patch };
}

const list = [
  receipt('done', { deliveredAt: at, displayedAt: at, ackedAt: at }),
  receipt('seen', { deliveredAt: at, displayedAt: at }),
  receipt('watcher', { role: 'observer', deliveredAt: at, displayedAt: at }),
  receipt('got', { deliveredAt: at }),
  receipt('b-nothing'),
  receipt('a-nothing'),
];
const names = (asks: boolean) => outstandingFirst(list, asks).map((one) => one.userName);

describe('the receipts', () => {
  it('show first whoever is furthest from done', () => {
    expect(names(true)).toEqual(['a-nothing', 'b-nothing', 'got', 'seen', 'done', 'watcher']);
  });

  it('count having seen it as done when nothing is asked', () => {
    expect(names(false)).toEqual(['a-nothing', 'b-nothing', 'got', 'done', 'seen', 'watcher']);
  });

  it('do not wait for somebody who may not acknowledge', () => {
    expect(owesAck(receipt('x', { role: 'observer' }), true)).toBe(false);
    expect(owesAck(receipt('x'), true)).toBe(true);
    expect(owesAck(receipt('x'), false)).toBe(false);
  });
});

describe('the progress of a message', () => {
  const counts = { recipients: 6, delivered: 5, displayed: 4, acked: 3, mustAck: 5 };

  it('is told in acknowledgements where they are asked for', () => {
    expect(progressOf(counts, true)).toEqual({ done: 3, of: 5, word: 'acknowledged' });
  });

  it('is told in deliveries else', () => {
    expect(progressOf(counts, false)).toEqual({ done: 5, of: 6, word: 'delivered' });
    expect(progressOf({ ...counts, mustAck: 0 }, true).word).toBe('delivered');
  });
});
