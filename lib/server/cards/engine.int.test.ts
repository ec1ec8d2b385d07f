import { beforeEach, describe, expect, it } from 'vitest';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { eventually } from '@/testing/eventually';
import { useParts } from '@/testing/use-parts';
import type { CardNews } from './announce';
import { CardTrouble, defineCard, type AnyCard, type ComputeInput } from './define';
import type { CardEngine } from './engine';

const LEASE_MS = 600;
/** Longer than any test holds a computation, but where giving up is what is tested. */
const PATIENCE_MS = 30_000;

type Value = Omit<CardValueOf<'figures'>, 'view'>;
const figure = (value: number): Value => ({ headline: null, figures: [{ label: 'n', value, unit: 'count', tone: 'plain' }] });

/** A card whose computations wait until the test lets them go. */
function heldCard(key: string) {
  const started: { finish(value: number): void; fail(error: Error): void; input: ComputeInput }[] = [];
  const card = defineCard({
    key, tab: 'operations', title: key, about: '', view: 'figures', ttlMs: 60_000, permission: 'cards.read', watches: ['incident.created'],
    compute: (input) => new Promise<Value>((resolve, reject) => started.push({ finish: (value) => resolve(figure(value)), fail: reject, input })),
  });
  return { card, started };
}

describe('the engine of cards', () => {
  useParts();
  let run = 0;
  let news: CardNews[];
  let key: string;
  beforeEach(() => {
    run += 1;
    key = `card-${run}`;
    news = [];
  });

  /** One process's engine; several in one test stand for several instances. `cut`: its Redis answers nothing. */
  async function engineOf({ cut = false, timeoutMs = PATIENCE_MS } = {}) {
    const { createCardEngine } = await import('./engine');
    const { createRedis } = await import('@/lib/realtime/redis');
    const { serverSettings } = await import('../env');
    const counts = { hits: 0, misses: 0, shared: 0 };
    const settings = serverSettings();
    const redis = createRedis(cut ? { ...settings, redisUrl: 'http://127.0.0.1:9', timeoutMs: 200 } : settings);
    const announce = async (all: readonly CardNews[]) => void news.push(...all);
    const engine = createCardEngine({ redis, announce, counts, instanceId: 'test', timeoutMs, leaseMs: LEASE_MS });
    return { engine, counts };
  }
  const types = () => news.map(({ type }) => type);
  const valueOf = async (engine: CardEngine, card: AnyCard) => {
    const [state] = await engine.states([card]);
    const value = state?.result?.value;
    return value?.view === 'figures' ? value.figures[0]?.value : undefined;
  };

  it('computes a cold card, then gives what it kept, and tells both (C2)', async () => {
    const { card, started } = heldCard(key);
    const { engine, counts } = await engineOf();
    const first = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    expect((await engine.states([card]))[0]).toMatchObject({ result: null, computing: { since: expect.any(String) } });
    started[0]?.finish(7);
    expect(await first).toMatchObject({ how: 'miss', state: { result: { value: { view: 'figures' } }, computing: null, error: null } });
    expect(await engine.read(card)).toMatchObject({ how: 'hit' });
    expect(await engine.read(card)).toMatchObject({ how: 'hit' });
    expect(types()).toEqual(['cache:miss', 'cache:done', 'cache:hit']);
    expect(news[1]).toMatchObject({ data: { key, stale: null, result: { value: figure(7), durationMs: expect.any(Number) } } });
    expect(counts).toEqual({ hits: 2, misses: 1, shared: 0 });
  });

  it('computes once for fifty who ask at once over two instances (R21)', async () => {
    const { card, started } = heldCard(key);
    const [a, b] = [await engineOf(), await engineOf()];
    const asked = Array.from({ length: 50 }, (_, index) => (index % 2 ? a : b).engine.read(card));
    await eventually('the computation', () => started.length === 1);
    started[0]?.finish(7);
    const answers = await Promise.all(asked);
    expect(started).toHaveLength(1);
    expect(new Set(answers.map(({ state }) => JSON.stringify(state.result))).size).toBe(1);
    expect(answers.filter(({ how }) => how === 'miss')).toHaveLength(1);
    expect(a.counts.shared + b.counts.shared).toBe(49);
    expect(a.counts.misses + b.counts.misses).toBe(1);
  });

  it('goes on when the instance that computed says nothing any more, after its lease at the latest', async () => {
    const { card, started } = heldCard(key);
    const { serverRedis } = await import('../relay/log');
    const { computeLease } = await import('../cache/compute-lease');
    const { leaseName } = await import('./store');
    // A process that died: it took the lease, and renews it no more.
    expect(await computeLease(serverRedis(), leaseName(key), 'the dead', LEASE_MS).take()).toBe(true);
    const { engine } = await engineOf();
    const since = performance.now();
    const asked = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    expect(performance.now() - since).toBeLessThan(LEASE_MS * 10);
    started[0]?.finish(8);
    expect(await asked).toMatchObject({ how: 'miss' });
  });

  it('keeps the lease of a computation that lasts longer than it', async () => {
    const slow = heldCard(key);
    const { createCardEngine } = await import('./engine');
    const { serverRedis } = await import('../relay/log');
    const announce = async () => undefined;
    const patient = () => createCardEngine({ redis: serverRedis(), announce, counts: { hits: 0, misses: 0, shared: 0 }, instanceId: 't', timeoutMs: 20_000, leaseMs: 300 });
    const [first, second] = [patient().read(slow.card), patient().read(slow.card)];
    await eventually('the computation', () => slow.started.length === 1);
    const renewals: number[] = [];
    await eventually('five lives of the lease', () => renewals.push(0) > 30);
    expect(slow.started).toHaveLength(1);
    slow.started[0]?.finish(1);
    expect((await Promise.all([first, second])).map(({ how }) => how).sort()).toEqual(['miss', 'shared']);
  });

  it('refuses the result of one who was overtaken: the fence decides', async () => {
    const { card } = heldCard(key);
    const { createCardStore } = await import('./store');
    const { nextFence } = await import('../cache/fenced');
    const { serverRedis } = await import('../relay/log');
    const store = createCardStore(serverRedis());
    const [older, newer] = [await nextFence(serverRedis()), await nextFence(serverRedis())];
    const made = (fence: number) => ({ fence, value: { view: 'figures' as const, ...figure(fence) }, computedAt: new Date().toISOString(), durationMs: 1 });
    expect(await store.putResult(key, made(newer))).toBe(true);
    expect(await store.putResult(key, made(older))).toBe(false);
    const { engine } = await engineOf();
    expect(await valueOf(engine, card)).toBe(newer);
  });

  it('tells the words of a failure, keeps the last good value, and works when tried again (C5)', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf();
    const good = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    started[0]?.finish(7);
    await good;
    await engine.bust([card], null, 'asked');
    const bad = engine.read(card);
    await eventually('the next', () => started.length === 2);
    started[1]?.fail(new CardTrouble('The disk is gone. Put it back.'));
    expect(await bad).toMatchObject({ state: { error: { message: 'The disk is gone. Put it back.' }, result: { value: figure(7) } } });
    expect(await valueOf(engine, card)).toBe(7);
    const again = engine.read(card);
    await eventually('the third', () => started.length === 3);
    started[2]?.finish(9);
    expect(await again).toMatchObject({ state: { error: null, result: { value: figure(9) }, stale: null } });
    expect(types()).toEqual(['cache:miss', 'cache:done', 'cache:bust', 'cache:miss', 'cache:error', 'cache:miss', 'cache:done']);
  });

  it('shows no inner words of an unexpected failure', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf();
    const asked = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    started[0]?.fail(new Error('password=secret at /srv/app.js:12'));
    const { state } = await asked;
    expect(state.error?.message).toMatch(/could not be computed/);
    expect(JSON.stringify(news)).not.toMatch(/secret|app\.js/);
  });

  it('gives up one that hangs, tells it to stop, and others are unharmed', async () => {
    const hanging = heldCard(key);
    const other = heldCard(`${key}-other`);
    const { engine } = await engineOf({ timeoutMs: 2_000 });
    const asked = engine.read(hanging.card);
    const beside = engine.read(other.card);
    await eventually('both', () => hanging.started.length + other.started.length === 2);
    other.started[0]?.finish(3);
    expect(await beside).toMatchObject({ state: { error: null } });
    expect(await asked).toMatchObject({ state: { error: { message: expect.stringMatching(/given up/) } } });
    expect(hanging.started[0]?.input.signal.aborted).toBe(true);
  });

  it('marks what stands on a change, tells it once, and again only after the next result (C4)', async () => {
    const { card, started } = heldCard(key);
    const [a, b] = [await engineOf(), await engineOf()];
    const asked = a.engine.read(card);
    await eventually('the computation', () => started.length === 1);
    started[0]?.finish(7);
    await asked;
    const mark = (engine: CardEngine, reason: string) => engine.markStale(new Map([[key, reason]]));
    await mark(a.engine, 'incident 1 changed');
    await Promise.all([mark(a.engine, 'incident 2 changed'), mark(b.engine, 'incident 3 changed')]);
    expect(types().filter((type) => type === 'state:stale')).toHaveLength(1);
    // A page that is opened later is told the newest reason.
    expect((await b.engine.states([card]))[0]?.stale?.reason).toMatch(/^incident [23] changed$/);
    // Notify only: what is outdated is given all the same.
    expect(await b.engine.read(card)).toMatchObject({ how: 'hit', state: { stale: { bustFence: null } } });
    await b.engine.bust([card], null, 'Ada asked');
    const fresh = b.engine.read(card);
    await eventually('the next', () => started.length === 2);
    started[1]?.finish(8);
    expect((await fresh).state.stale).toBeNull();
    await mark(a.engine, 'incident 4 changed');
    expect(types().filter((type) => type === 'state:stale')).toHaveLength(2);
  });

  it('says with a result what changed while it was computed', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf();
    const asked = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    await engine.markStale(new Map([[key, 'incident 5 changed']]));
    started[0]?.finish(7);
    expect((await asked).state.stale).toMatchObject({ reason: 'incident 5 changed' });
    expect(news.find(({ type }) => type === 'cache:done')).toMatchObject({ data: { stale: { reason: 'incident 5 changed' } } });
  });

  it('does not give one who threw a card away the computation that ran before', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf();
    const before = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    await engine.bust([card], null, 'Ada asked');
    const after = engine.read(card);
    started[0]?.finish(1);
    await before;
    await eventually('the next', () => started.length === 2);
    started[1]?.finish(2);
    expect((await after).state.result?.value).toMatchObject(figure(2));
  });

  it('does not give as current what was thrown away, though something changed after that', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf();
    const first = engine.read(card);
    await eventually('the computation', () => started.length === 1);
    started[0]?.finish(1);
    await first;
    await engine.bust([card], null, 'Ada asked');
    await engine.markStale(new Map([[key, 'incident 6 changed']]));
    const next = engine.read(card);
    await eventually('the next', () => started.length === 2);
    started[1]?.finish(2);
    expect((await next).state).toMatchObject({ result: { value: figure(2) }, stale: null });
  });

  it('computes all of a scope in order, two at once, and says when it begins and ends', async () => {
    const cards = ['a', 'b', 'c', 'd'].map((name) => heldCard(`${key}-${name}`));
    const { engine } = await engineOf();
    const all = engine.recompute(cards.map(({ card }) => card));
    const running = () => cards.map(({ started }) => started.length).join('');
    await eventually('two', () => running() === '1100');
    cards[1]?.started[0]?.finish(1);
    await eventually('the third', () => running() === '1110');
    cards[0]?.started[0]?.fail(new CardTrouble('No.'));
    await eventually('the fourth', () => running() === '1111');
    cards[2]?.started[0]?.finish(1);
    cards[3]?.started[0]?.finish(1);
    await all;
    expect(types().at(0)).toBe('sys:warming');
    expect(news.at(-1)).toMatchObject({ type: 'sys:warm', data: { keys: ['a', 'b', 'c', 'd'].map((name) => `${key}-${name}`), failed: [`${key}-a`], tookMs: expect.any(Number) } });
  });

  it('computes for itself while Redis is away, and still knows it', async () => {
    const { card, started } = heldCard(key);
    const { engine } = await engineOf({ cut: true });
    const asked = [engine.read(card), engine.read(card)];
    await eventually('the computation', () => started.length === 1);
    started[0]?.finish(4);
    for (const { state } of await Promise.all(asked)) expect(state.result?.value).toMatchObject(figure(4));
    expect(await valueOf(engine, card)).toBe(4);
    expect(started).toHaveLength(1);
  });

  it('takes what an older build left in another shape as never computed', async () => {
    const { card } = heldCard(key);
    const { serverRedis } = await import('../relay/log');
    const { putFenced, nextFence } = await import('../cache/fenced');
    const { REDIS_KEYS } = await import('@/lib/realtime/keys');
    await putFenced(serverRedis(), { key: REDIS_KEYS.cardResult + key, fence: await nextFence(serverRedis()), value: { html: '<b>7</b>' } });
    const { engine } = await engineOf();
    expect((await engine.states([card]))[0]).toMatchObject({ result: null });
  });
});
