import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { incidentChangedSchema } from '@/lib/protocol/board-answers';
import { bustAnswerSchema, cardAnswerSchema, cardListSchema, cardResultSchema, type CardResult } from '@/lib/protocol/cards';
import { projectDir } from '../build-folder';
import { eventually } from '../eventually';
import { holdTable, type HeldTable } from '../hold-table';
import type { OpenedStream } from '../open-stream';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

/** Stands on a table that the tests lock, and that nothing else looks at by itself. */
const CARD = 'turnout-times';
const TABLE = 'unit_status_history';
const CARD_TIMEOUT_MS = 4_000;
const LEASE_MS = 5_000;

describe('cards over two instances', () => {
  const board = useBoard({ instances: 2, env: { CARD_TIMEOUT_MS: '60000' } });
  let admin: Person;
  let dispatcher: Person;
  let held: HeldTable | undefined;
  beforeAll(async () => {
    [admin, dispatcher] = (await people(board().app.url, 'admin', 'dispatcher1')) as [Person, Person];
  });
  afterEach(async () => {
    await held?.release();
    held = undefined;
  });

  const there = () => board().apps[1]?.url ?? '';
  const read = async (who: Person, key = CARD) => cardAnswerSchema.parse((await who.get(`/api/cards/${key}`, { timeoutMs: 60_000 })).json());
  const throwAway = (who: Person, what: object) => who.post('/api/cards/bust', { ...what, recompute: false });

  /** A figure of both instances together, as Prometheus would sum it. */
  async function figure(name: string, labels: string): Promise<number> {
    const texts = await Promise.all([admin, admin.at(there())].map((who) => who.get('/api/metrics')));
    const line = new RegExp(`^${name}\\{[^}]*${labels}[^}]*\\} (\\d+)`, 'm');
    return texts.reduce((sum, { text }) => sum + Number(line.exec(text)?.[1] ?? 0), 0);
  }
  const computed = () => figure('cards_computed_total', `card="${CARD}",outcome="success"`);
  const shared = () => figure('dedup_requests_deduplicated', 'kind="cards"');

  /** Fifty who ask at once, half of them at each instance, while the database lets nobody finish. */
  async function fiftyAsk() {
    await throwAway(admin, { card: CARD });
    held = await holdTable(board().databaseUrl, TABLE);
    const here = Array.from({ length: 25 }, () => read(dispatcher));
    const elsewhere = Array.from({ length: 25 }, () => read(dispatcher.at(there())));
    await eventually('the computation to wait for the table', async () => (await held?.waiting()) === 1);
    return { here, elsewhere };
  }

  it('fifty who ask for a cold card at once cause one computation; metrics say 49 shared (R21)', async () => {
    const before = { computed: await computed(), shared: await shared() };
    const { here, elsewhere } = await fiftyAsk();
    // All have come in once those of each instance but its first are counted as sharing.
    await eventually('all to have asked', async () => (await shared()) - before.shared === 48);
    expect(await held?.waiting()).toBe(1);
    await held?.release();
    const answers = await Promise.all([...here, ...elsewhere]);
    expect(answers.filter(({ how }) => how === 'miss')).toHaveLength(1);
    expect(new Set(answers.map(({ card }) => card.state.result?.fence)).size).toBe(1);
    expect({ computed: (await computed()) - before.computed, shared: (await shared()) - before.shared }).toEqual({ computed: 1, shared: 49 });
  });

  it('the instance that computes is killed half-way: the other computes, and nobody waits longer than the lease', async () => {
    await throwAway(admin, { card: CARD });
    held = await holdTable(board().databaseUrl, TABLE);
    const lost = read(dispatcher.at(there())).catch(() => 'lost');
    await eventually('the computation', async () => (await held?.waiting()) === 1);
    const asked = Array.from({ length: 10 }, () => read(dispatcher));
    await board().apps[1]?.kill();
    const since = performance.now();
    await held.release();
    const answers = await Promise.all(asked);
    expect(performance.now() - since).toBeLessThan(LEASE_MS * 3);
    expect(answers.filter(({ how }) => how === 'miss')).toHaveLength(1);
    expect(answers.every(({ card }) => card.state.result !== null && card.state.error === null)).toBe(true);
    expect(await lost).toBe('lost');
    console.info(`cards: taken over ${Math.round(performance.now() - since)} ms after the kill`);
    await board().apps[1]?.start();
  });

  it('a change marks the cards that stand on it, for all who may see them, within a second, once (C4)', async () => {
    await Promise.all(['open-incidents', 'incidents-per-hour'].map((key) => read(dispatcher, key)));
    const streams = await Promise.all([admin.listen(), dispatcher.at(there()).listen()]);
    const { incident } = incidentChangedSchema.parse((await dispatcher.post('/api/incidents', { title: 'Smoke', type: 'fire', priority: 'P2' })).json());
    const about = (stream: OpenedStream, key: string) => stream.waitForEvent('state:stale', (event) => (event.data as { key: string }).key === key);
    for (const stream of streams) {
      expect((await about(stream, 'open-incidents')).data).toMatchObject({ stale: { reason: `incident ${incident.number} came in`, bustFence: null } });
      await about(stream, 'incidents-per-hour');
    }
    await dispatcher.post(`/api/incidents/${incident.id}/transitions`, { action: 'accept', version: incident.version });
    for (const stream of streams) {
      await stream.waitForEvent('incident.status.changed');
      await stream.waitForEvent('state:stale', () => true);
      expect(stream.events('state:stale').filter((event) => (event.data as { key: string }).key === 'open-incidents')).toHaveLength(1);
    }
    // A page opened now is told as well, with the newest reason.
    const { items } = cardListSchema.parse((await dispatcher.get('/api/cards')).json());
    expect(items.find(({ info }) => info.key === 'open-incidents')?.state.stale?.reason).toMatch(/^incident \S+ changed$/);
  });

  it('one who refreshes is told by the stream like everybody else: begun, done, current again', async () => {
    const streams = await Promise.all([admin.listen(), dispatcher.at(there()).listen()]);
    const answer = await dispatcher.post('/api/cards/bust', { card: 'open-incidents' });
    expect([answer.status, bustAnswerSchema.parse(answer.json())]).toEqual([202, { busted: ['open-incidents'] }]);
    for (const stream of streams) {
      await stream.waitForEvent('cache:bust');
      await stream.waitForEvent('cache:miss');
      const done = await stream.waitForEvent('cache:done');
      expect(done.data).toMatchObject({ key: 'open-incidents', stale: null, result: { value: { view: 'figures' } } });
    }
  });

  it('a watched file that is edited marks its cards within six seconds, once, however many instances look', async () => {
    const stream = await admin.listen();
    const touch = () => utimesSync(join(projectDir, 'package.json'), new Date(), new Date());
    const told = () => stream.events('state:stale').filter((event) => (event.data as { key: string }).key === 'packages');
    touch();
    await stream.waitForEvent('state:stale', (event) => (event.data as { key: string }).key === 'packages');
    expect(told()[0]?.data).toMatchObject({ stale: { reason: 'the file package.json changed' } });
    touch();
    const marked = async () => cardListSchema.parse((await admin.get('/api/cards')).json()).items.find(({ info }) => info.key === 'packages')?.state.stale?.fence;
    const first = (told()[0]?.data as { stale: { fence: number } }).stale.fence;
    await eventually('the second edit to be noticed', async () => ((await marked()) ?? 0) > first, 20_000, 300);
    await admin.broadcast('fence');
    await stream.waitForEvent('test.broadcast');
    expect(told()).toHaveLength(1);
  });

  it('are thrown away one by one, by tab and all; what is unknown or not allowed is said', async () => {
    const supervisor = (await people(board().app.url, 'supervisor'))[0] as Person;
    const observer = (await people(board().app.url, 'observer'))[0] as Person;
    const keysOf = async (who: Person, what: object) => bustAnswerSchema.parse((await throwAway(who, what)).json()).busted;
    const { items } = cardListSchema.parse((await admin.get('/api/cards')).json());
    const inTab = (tab: string) => items.filter(({ info }) => info.tab === tab).map(({ info }) => info.key);
    expect(items.length).toBeGreaterThanOrEqual(18);
    expect(await keysOf(admin, { scope: 'platform' })).toEqual(inTab('platform'));
    expect(await keysOf(admin, { scope: 'all' })).toEqual(items.map(({ info }) => info.key));
    // A supervisor has no right to the platform: his "all" is what he sees.
    expect(await keysOf(supervisor, { scope: 'all' })).toEqual(inTab('operations'));
    const statuses = await Promise.all([
      throwAway(admin, { card: 'no-such-card' }),
      admin.get('/api/cards/no-such-card'),
      admin.post('/api/cards/no-such-card', { mode: 'auto' }, { method: 'PATCH' }),
      dispatcher.get('/api/cards/database'),
      throwAway(dispatcher, { card: 'database' }),
      throwAway(dispatcher, { scope: 'operations' }),
      throwAway(observer, { card: CARD }),
      throwAway(admin, { scope: 'everything' }),
      throwAway(admin, {}),
      admin.post(`/api/cards/${CARD}`, { mode: 'sometimes' }, { method: 'PATCH' }),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses).toEqual([404, 404, 404, 403, 403, 403, 403, 422, 422, 422]);
  });

  it('that somebody may not see are in no list, snapshot or stream of his', async () => {
    const streams = await Promise.all([admin.listen(), dispatcher.listen()]);
    const since = streams[1]?.cursor() ?? '';
    await read(admin, 'realtime-connections');
    await admin.post('/api/cards/bust', { card: 'realtime-connections' });
    await streams[0]?.waitForEvent('cache:done', (event) => (event.data as { key: string }).key === 'realtime-connections');
    await admin.broadcast('fence');
    await streams[1]?.waitForEvent('test.broadcast');
    const seen = [
      JSON.stringify(streams[1]?.events()),
      (await dispatcher.get('/api/cards')).text,
      (await dispatcher.get('/api/snapshot')).text,
      (await dispatcher.get(`/api/events?since=${since}`)).text,
    ];
    for (const text of seen) expect(text).not.toMatch(/realtime-connections|sign-ins/);
    expect((await admin.get('/api/cards')).text).toMatch(/realtime-connections/);
  });

  it('are kept as each user wants, on every screen of his and on nobody else’s (C6)', async () => {
    const modeOf = async (who: Person) => cardListSchema.parse((await who.get('/api/cards')).json()).items.find(({ info }) => info.key === CARD)?.mode;
    expect((await dispatcher.post(`/api/cards/${CARD}`, { mode: 'auto' }, { method: 'PATCH' })).json()).toEqual({ mode: 'auto' });
    expect([await modeOf(dispatcher), await modeOf(dispatcher.at(there())), await modeOf(admin)]).toEqual(['auto', 'auto', 'manual']);
  });
});

describe('a card whose computation goes wrong', () => {
  const board = useBoard({ env: { CARD_TIMEOUT_MS: String(CARD_TIMEOUT_MS) } });
  let dispatcher: Person;
  beforeAll(async () => {
    [dispatcher] = (await people(board().app.url, 'dispatcher1')) as [Person];
  });
  const read = async (key = CARD) => cardAnswerSchema.parse((await dispatcher.get(`/api/cards/${key}`)).json()).card.state;
  const refresh = async () => {
    await dispatcher.post('/api/cards/bust', { card: CARD, recompute: false });
    return read();
  };

  it('says so, keeps its last value, leaves others alone, and works when tried again (C5)', async () => {
    const good = await read();
    await board().sql(`ALTER TABLE ${TABLE} RENAME TO moved_away`);
    const bad = await refresh();
    expect(bad).toMatchObject({ error: { message: expect.stringMatching(/could not be computed/) }, result: good.result });
    expect(bad.error?.message).not.toMatch(/relation|unit_status|SELECT/);
    expect((await read('open-incidents')).error).toBeNull();
    await board().sql(`ALTER TABLE moved_away RENAME TO ${TABLE}`);
    expect(await refresh()).toMatchObject({ error: null, stale: null });
  });

  it('is given up when it hangs, and others are not held up', async () => {
    const good = await read();
    const held = await holdTable(board().databaseUrl, TABLE);
    const hanging = refresh();
    await eventually('the computation', async () => (await held.waiting()) === 1);
    expect((await read('units-available')).error).toBeNull();
    expect(await hanging).toMatchObject({ error: { message: expect.stringMatching(/not done after 4 s/) }, result: good.result });
    await held.release();
    expect(await refresh()).toMatchObject({ error: null });
  });
});

describe('cards that the server keeps (A9)', () => {
  const board = useBoard({ env: { CARDS_KEEP: '1' } });
  const PAIR = ['open-incidents', 'incidents-by-priority'];
  const doneSchema = z.object({ key: z.string(), result: cardResultSchema });

  it('are computed anew by themselves once for all screens, however much happens, and agree with each other', async () => {
    const [dispatcher, observer] = (await people(board().app.url, 'dispatcher1', 'observer')) as [Person, Person];
    for (const key of PAIR) await dispatcher.get(`/api/cards/${key}`);
    const streams = await Promise.all([dispatcher.listen(), observer.listen(), observer.listen()]);
    const from = performance.now();
    const create = () => dispatcher.post('/api/incidents', { title: 'House fire', type: 'fire', priority: 'P1' });
    const results = (stream: OpenedStream) => stream.events('cache:done').map(({ data }) => doneSchema.parse(data)).filter(({ key }) => PAIR.includes(key));
    const all = async () => Number((await board().sql<{ count: string }>(`SELECT count(*) FROM incidents WHERE status IN ('new', 'active', 'paused', 'stable', 'completed')`))[0]?.count);
    const count = (result: CardResult) => (result.value.view === 'figures' ? result.value.headline?.value : Number(/of (\d+) open/.exec(result.value.headline?.words ?? '')?.[1]));
    for (let made = 0; made < 20; made += 1) expect((await create()).status).toBe(201);
    const open = await all();
    for (const stream of streams) {
      for (const key of PAIR) await eventually(`${key} to count ${open}`, () => results(stream).some((done) => done.key === key && count(done.result) === open), 30_000, 100);
    }
    // At most every ten seconds, and not once for each screen.
    const most = Math.floor((performance.now() - from) / 10_000) + 2;
    for (const stream of streams) for (const key of PAIR) expect(results(stream).filter((done) => done.key === key).length).toBeLessThanOrEqual(most);
    for (const stream of streams) expect([stream.events('cache:miss'), stream.events('cache:bust')]).toEqual([[], []]);
    const { items } = cardListSchema.parse((await observer.get('/api/cards')).json());
    expect(PAIR.map((key) => items.find(({ info }) => info.key === key)?.info.keptMs)).toEqual([10_000, 10_000]);
    expect(items.find(({ info }) => info.key === 'open-incidents')?.state.result?.value.headline?.words).toMatch(/P1 not accepted/);
  });
});
