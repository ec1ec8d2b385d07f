import { QueryClient, type InfiniteData } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FlashList, Me, ReceiptList } from '@/lib/protocol/answers';
import type { EventData, EventType, WireEvent } from '@/lib/protocol/events';
import type { Flash, Receipt, ReceiptCounts } from '@/lib/protocol/flash';
import { routeEvent } from '@/lib/client/event-router';
import { createEventJournal } from '@/lib/client/event-journal';
import { flashKeys } from '@/lib/queries/flash';
import { formatCursor } from '@/lib/protocol/cursor';
import { hydrateFlash, useFlash } from '@/stores/flash';
import { eventHandlers } from './event-handlers';
import { replayOntoAnswers } from './replay-answers';

const AT = '2026-11-20T14:02:31.000Z';
const me: Me = { id: 'anna', name: 'Anna', email: 'a@example.org', role: 'dispatcher' };

const flash = (patch: Partial<Flash> = {}): Flash => ({
  id: 'f1', version: 1, level: 'critical', title: 'T', body: '', audience: ['dispatcher'], requiresAck: true, ackDeadline: null,
  sound: true, status: 'live', startsAt: AT, expiresAt: null, createdAt: AT, sentAt: AT, endedAt: null,
  createdBy: { id: 'boss', name: 'Boss' }, endedBy: null, incidentId: null, supersedesId: null, ...patch,
});
const counts = (acked: number): ReceiptCounts => ({ recipients: 6, delivered: 6, displayed: 6, acked, mustAck: 6 });
const receipt = (patch: Partial<Receipt> = {}): Receipt => ({
  flashId: 'f1', userId: 'bert', userName: 'Bert', role: 'dispatcher', deliveredAt: AT, displayedAt: AT, ackedAt: null, note: null, latencyMs: 5, ...patch,
});

let queryClient: QueryClient;
let posts: string[];
let n = 0;

const event = <T extends EventType>(type: T, data: EventData<T>) => ({ id: `e${(n += 1)}`, type, data, timestamp: AT }) as WireEvent;
const apply = (wireEvent: WireEvent) => routeEvent(eventHandlers(me, queryClient), wireEvent);
const bar = () => Object.values(useFlash.getState().byId);
const history = () => queryClient.getQueryData<InfiniteData<FlashList>>(flashKeys.history)?.pages.flatMap((page) => page.items);
const loadHistory = (items: FlashList['items'], cursor: string | null = null) =>
  queryClient.setQueryData(flashKeys.history, { pages: [{ items, cursor }], pageParams: [''] });

beforeEach(() => {
  queryClient = new QueryClient();
  posts = [];
  hydrateFlash([]);
  vi.stubGlobal('fetch', async (path: string) => {
    posts.push(path);
    return Response.json({ receipt: receipt() });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('flash events on a screen', () => {
  it('put a message into the bar of its recipient and tell the server that it arrived', () => {
    apply(event('flash.sent', { flash: flash({ id: 'arrives' }), counts: counts(0) }));
    expect(bar()).toMatchObject([{ id: 'arrives', receipt: { ackedAt: null } }]);
    expect(posts).toEqual(['/api/flash/arrives/delivered']);
  });

  it('leave the bar of others alone, and ask nothing of the sender', () => {
    apply(event('flash.sent', { flash: flash({ audience: ['observer'] }), counts: counts(0) }));
    expect(bar()).toEqual([]);
    apply(event('flash.sent', { flash: flash({ id: 'mine', createdBy: { id: 'anna', name: 'Anna' } }), counts: counts(0) }));
    expect(bar()).toMatchObject([{ id: 'mine', receipt: null }]);
    expect(posts).toEqual([]);
  });

  it('never put back what is recalled, though an older event comes again [RT20]', () => {
    apply(event('flash.sent', { flash: flash(), counts: counts(0) }));
    apply(event('flash.recalled', { flash: flash({ version: 2, status: 'recalled' }) }));
    apply(event('flash.sent', { flash: flash(), counts: counts(0) }));
    expect(bar()).toMatchObject([{ status: 'recalled' }]);
    expect(bar()[0]?.endedHereAt).toBeTypeOf('number');
  });

  it('keep a message that ran out without its required acknowledgement, drop one that had it', () => {
    for (const id of ['owed', 'done']) apply(event('flash.sent', { flash: flash({ id }), counts: counts(0) }));
    apply(event('flash.receipt', { receipt: receipt({ flashId: 'done', userId: 'anna', ackedAt: AT }), counts: counts(1) }));
    for (const id of ['owed', 'done']) apply(event('flash.updated', { flash: flash({ id, version: 2, status: 'expired' }) }));
    expect(bar().map(({ id }) => id)).toEqual(['owed']);
  });

  it('acknowledge on every screen of the person who acknowledged on one', () => {
    apply(event('flash.sent', { flash: flash(), counts: counts(0) }));
    apply(event('flash.receipt', { receipt: receipt({ userId: 'anna', ackedAt: AT }), counts: counts(1) }));
    expect(bar()).toMatchObject([{ receipt: { ackedAt: AT } }]);
  });

  it('fill the sender’s board, and never take a count back when events come twice or late', () => {
    loadHistory([{ ...flash(), counts: counts(0) }]);
    const board: ReceiptList = { flash: flash(), items: [receipt()], counts: counts(0), cursor: null };
    queryClient.setQueryData(flashKeys.receipts('f1'), board);
    const sixth = event('flash.receipt', { receipt: receipt({ ackedAt: AT }), counts: counts(6) });
    apply(sixth);
    apply(event('flash.receipt', { receipt: receipt(), counts: counts(5) }));
    apply(sixth);
    expect(history()?.[0]?.counts.acked).toBe(6);
    expect(queryClient.getQueryData<ReceiptList>(flashKeys.receipts('f1'))).toMatchObject({ counts: { acked: 6 }, items: [{ ackedAt: AT }] });
  });

  it('add a new message on top of the loaded history once', () => {
    loadHistory([]);
    const sent = event('flash.sent', { flash: flash(), counts: counts(0) });
    apply(sent);
    apply(sent);
    expect(history()).toHaveLength(1);
  });
});

describe('an answer that was overtaken by events', () => {
  it('gets the events that came while it was on its way [RT20]', async () => {
    const journal = createEventJournal();
    const stop = replayOntoAnswers(queryClient, journal, apply);
    const recalled = event('flash.recalled', { flash: flash({ version: 2, status: 'recalled' }) });
    await queryClient.fetchInfiniteQuery({
      queryKey: flashKeys.history,
      initialPageParam: '',
      queryFn: async () => {
        // The server read its rows at 5-0; the recall at 6-0 reaches the page first.
        journal.add(recalled, formatCursor('ep', '6-0'));
        apply(recalled);
        return { items: [{ ...flash(), counts: counts(0) }], cursor: 'ep.5-0' };
      },
    });
    expect(history()).toMatchObject([{ status: 'recalled', version: 2 }]);
    stop();
  });
});
