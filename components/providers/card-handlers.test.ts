import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCard, aResult, aStale } from '@/components/cards/testing';
import { routeEvent } from '@/lib/client/event-router';
import type { EventData, EventType, WireEvent } from '@/lib/protocol/events';
import type { CardList } from '@/lib/protocol/cards';
import { cardKeys } from '@/lib/queries/cards';
import { countWarming, useCardWarming } from '@/stores/card-warming';
import { cachedCard, putCardMode, putCardState } from './card-cache';
import { eventHandlers } from './event-handlers';

const ME = { id: 'user-1', name: 'Kari', email: 'kari@example.org', role: 'observer' } as const;
const AT = '2026-11-21T12:00:30.000Z';
const computing = (fence: number) => ({ fence, since: AT });

describe('an event about cards', () => {
  let queryClient: QueryClient;
  const stateOf = (key: string) => cachedCard(queryClient, key)?.state;
  function happens<T extends EventType>(type: T, data: EventData<T>): void {
    // The type and its data belong together by the signature; the compiler cannot follow that into the union.
    routeEvent(eventHandlers(ME, queryClient), { id: crypto.randomUUID(), type, data, timestamp: AT } as WireEvent);
  }

  beforeEach(() => {
    queryClient = new QueryClient();
    useCardWarming.setState({ since: {} });
    queryClient.setQueryData<CardList>(cardKeys.all, { items: [aCard('one', { result: aResult(1) }), aCard('two')], cursor: null });
  });

  it('shows that one is computed, then its new result', () => {
    happens('cache:miss', { key: 'one', computing: computing(2), why: 'expired' });
    expect(stateOf('one')).toMatchObject({ computing: { fence: 2 }, result: { fence: 1 } });
    happens('cache:done', { key: 'one', result: aResult(2), stale: null });
    expect(stateOf('one')).toMatchObject({ computing: null, result: { fence: 2 } });
  });

  it('keeps the last result beside an error', () => {
    happens('cache:miss', { key: 'one', computing: computing(2), why: 'expired' });
    happens('cache:error', { key: 'one', error: { fence: 2, message: 'The database did not answer.', at: AT } });
    expect(stateOf('one')).toMatchObject({ computing: null, result: { fence: 1 }, error: { message: 'The database did not answer.' } });
  });

  it('marks what changed, and takes the mark away with the next result', () => {
    happens('state:stale', { key: 'one', stale: aStale(2) });
    expect(stateOf('one')?.stale?.reason).toBe('incident 2026-0412 changed');
    happens('cache:done', { key: 'one', result: aResult(3), stale: null });
    expect(stateOf('one')?.stale).toBeNull();
  });

  it('marks every card of a bust', () => {
    happens('cache:bust', { keys: ['one', 'two'], scope: 'operations', stale: aStale(4, { bustFence: 4 }) });
    for (const key of ['one', 'two']) expect(stateOf(key)?.stale?.bustFence).toBe(stateOf(key)?.stale?.fence);
  });

  it('that is older than what is known changes nothing', () => {
    happens('cache:done', { key: 'one', result: aResult(5), stale: null });
    const before = stateOf('one');
    happens('cache:done', { key: 'one', result: aResult(3), stale: null });
    happens('state:stale', { key: 'one', stale: aStale(4) });
    expect(stateOf('one')).toEqual(before);
  });

  it('about a card that this user does not see changes nothing', () => {
    const before = queryClient.getQueryData(cardKeys.all);
    happens('cache:done', { key: 'other', result: aResult(5), stale: null });
    expect(queryClient.getQueryData(cardKeys.all)).toBe(before);
  });

  it('leaves the other cards the same objects', () => {
    const two = cachedCard(queryClient, 'two');
    happens('cache:miss', { key: 'one', computing: computing(2), why: 'expired' });
    expect(cachedCard(queryClient, 'two')).toBe(two);
  });

  it('counts a round down', () => {
    const left = () => countWarming(useCardWarming.getState(), ['one', 'two'], Date.parse(AT));
    happens('sys:warming', { keys: ['one', 'two', 'other'], instanceId: 'server-1' });
    expect(left()).toBe(2);
    happens('cache:done', { key: 'one', result: aResult(2), stale: null });
    expect(left()).toBe(1);
    happens('sys:warm', { keys: ['one', 'two', 'other'], instanceId: 'server-1', tookMs: 4_000, failed: ['two'] });
    expect(left()).toBe(0);
    expect(useCardWarming.getState().since).toEqual({});
  });
});

describe('an answer about a card', () => {
  it('does not put older news over newer, and keeps what this screen chose', () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData<CardList>(cardKeys.all, { items: [aCard('one', { result: aResult(3), stale: aStale(4) })], cursor: null });
    putCardMode(queryClient, 'one', 'auto');
    putCardState(queryClient, aCard('one', { result: aResult(2), error: { fence: 5, message: 'It failed.', at: AT } }).state);
    expect(cachedCard(queryClient, 'one')).toMatchObject({ mode: 'auto', state: { result: { fence: 3 }, stale: { fence: 4 }, error: { fence: 5 } } });
  });
});
