import pLimit from 'p-limit';
import { describe, expect, it, vi } from 'vitest';
import type { CardAnswer } from '@/lib/protocol/cards';
import type { CardAsk } from '@/stores/card-asks';
import { aCard, aResult } from '../testing';
import { createCardLoader } from './card-loader';
import { AT_ONCE } from './card-requests';

const KEYS = Array.from({ length: 12 }, (_, index) => `card-${index}`);

/** A loader whose requests end when the test says so. */
function world() {
  const known = new Set<string>();
  const asks = new Map<string, CardAsk>();
  const requests: { readonly key: string; answer(): void; fail(): void }[] = [];
  let ended = 0;
  let most = 0;
  const loader = createCardLoader({
    gate: pLimit(AT_ONCE),
    fetch: (key) =>
      new Promise<CardAnswer>((resolve, reject) => {
        const end = (act: () => void) => {
          ended += 1;
          act();
        };
        requests.push({
          key,
          answer: () => end(() => resolve({ card: aCard(key, { result: aResult(1) }), how: 'miss', cursor: null })),
          fail: () => end(() => reject(new Error('The server cannot be reached.'))),
        });
        most = Math.max(most, requests.length - ended);
      }),
    isCold: (key) => !known.has(key),
    onAnswer: ({ card }) => known.add(card.info.key),
    onAsk: (key, ask) => (ask ? asks.set(key, ask) : asks.delete(key)),
  });
  const look = (key: string) => {
    loader.show(key);
    loader.load(key);
  };
  return { loader, known, asks, requests, look, mostAtOnce: () => most };
}

describe('cards that are looked at', () => {
  it('are all asked for, never more than three at once', async () => {
    const { requests, known, look, mostAtOnce } = world();
    KEYS.forEach(look);
    for (let index = 0; index < KEYS.length; index += 1) {
      await vi.waitFor(() => expect(requests.length).toBe(Math.min(KEYS.length, index + AT_ONCE)));
      requests[index]?.answer();
    }
    await vi.waitFor(() => expect(known.size).toBe(KEYS.length));
    expect(mostAtOnce()).toBe(AT_ONCE);
  });

  it('share the three with retries', async () => {
    const { requests, loader, look, mostAtOnce } = world();
    KEYS.slice(0, 4).forEach(look);
    loader.retry('other');
    loader.retry('another');
    for (let index = 0; index < 6; index += 1) {
      await vi.waitFor(() => expect(requests.length).toBeGreaterThan(index));
      requests[index]?.answer();
    }
    expect(mostAtOnce()).toBe(AT_ONCE);
    expect(requests.map(({ key }) => key)).toContain('another');
  });

  it('are not asked for when an event brought them before their turn', async () => {
    const { requests, known, asks, look } = world();
    KEYS.slice(0, 5).forEach(look);
    await vi.waitFor(() => expect(requests.length).toBe(3));
    known.add('card-3');
    requests[0]?.answer();
    await vi.waitFor(() => expect(requests.map(({ key }) => key)).toEqual(['card-0', 'card-1', 'card-2', 'card-4']));
    expect(asks.has('card-3')).toBe(false);
  });

  it('are not asked for when they went out of sight before their turn', async () => {
    const { requests, loader, look } = world();
    KEYS.slice(0, 5).forEach(look);
    await vi.waitFor(() => expect(requests.length).toBe(3));
    loader.hide('card-3');
    requests[0]?.answer();
    await vi.waitFor(() => expect(requests.map(({ key }) => key)).toEqual(['card-0', 'card-1', 'card-2', 'card-4']));
  });

  it('are asked for once however often they are shown', async () => {
    const { requests, look } = world();
    look('card-0');
    look('card-0');
    look('card-1');
    await vi.waitFor(() => expect(requests.map(({ key }) => key)).toEqual(['card-0', 'card-1']));
  });

  it('are not even noted when they are known already', () => {
    const { asks, known, look } = world();
    known.add('card-0');
    look('card-0');
    expect(asks.size).toBe(0);
  });

  it('are not asked for over and over while the screen draws them as unknown although they are known', async () => {
    let [noted, isKnown] = [0, false];
    const gate = pLimit(1);
    const loader = createCardLoader({
      gate,
      fetch: () => Promise.reject(new Error('Nobody should ask.')),
      isCold: () => !isKnown,
      onAnswer: () => undefined,
      onAsk(key, ask) {
        noted += 1;
        // What a screen does that is drawn anew at once, from data that come a moment later.
        if (ask === null && noted < 50) setTimeout(() => loader.load(key), 0);
      },
    });
    let release: () => void = () => undefined;
    const held = gate(() => new Promise<void>((resolve) => (release = resolve)));
    loader.show('card-0');
    loader.load('card-0');
    isKnown = true;
    await vi.waitFor(() => expect(gate.activeCount).toBe(1));
    release();
    await held;
    await vi.waitFor(() => expect(gate.activeCount + gate.pendingCount).toBe(0));
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(noted).toBe(2);
  });

  it('say what went wrong, and can be tried again', async () => {
    const { requests, asks, known, loader, look } = world();
    look('card-0');
    await vi.waitFor(() => expect(requests.length).toBe(1));
    requests[0]?.fail();
    await vi.waitFor(() => expect(asks.get('card-0')).toEqual({ phase: 'failed', what: 'load', message: 'The server cannot be reached.' }));
    loader.retry('card-0');
    await vi.waitFor(() => expect(requests.length).toBe(2));
    requests[1]?.answer();
    await vi.waitFor(() => expect(known.has('card-0')).toBe(true));
    await vi.waitFor(() => expect(asks.has('card-0')).toBe(false));
  });
});
