import { beforeAll, expect, test } from 'vitest';
import { cardValueSchema, type CardValue } from '@/lib/protocol/card-value';
import { useParts } from '@/testing/use-parts';
import type { AnyCard } from '../define';
import type { CommandRunner } from './run-command';

const SECRETS = {
  CRON_SECRET: 'recognisable-cron-secret-1',
  METRICS_TOKEN: 'recognisable-metrics-token-2',
  WEBHOOK_TOKEN: 'recognisable-webhook-token-3',
  NEXTAUTH_URL: 'http://localhost:3000',
  REDIS_URL: 'redis://recognisable-user:recognisable-password@127.0.0.1:6379',
};

const parts = useParts();
beforeAll(() => {
  Object.assign(process.env, SECRETS);
});

/** Asks no registry. */
const npm: CommandRunner = async () => ({ end: 'done', code: 1, stdout: '{"zod":{"wanted":"99.0.0","latest":"99.0.0"}}', stderr: '' });

async function cards(): Promise<AnyCard[]> {
  const { PLATFORM_CARDS } = await import('./cards');
  const { packagesCard } = await import('./packages');
  return PLATFORM_CARDS.map((card) => (card.key === 'packages' ? packagesCard(npm) : card));
}

async function compute(card: AnyCard, signal = new AbortController().signal): Promise<CardValue> {
  const value: object = await card.compute({ now: new Date(), signal });
  return cardValueSchema.parse({ ...value, view: card.view });
}

async function computeByKey(key: string): Promise<CardValue> {
  const card = (await cards()).find((one) => one.key === key);
  if (!card) throw new Error(`There is no card ${key}.`);
  return compute(card);
}

/** Writes events as if they had been sent so long ago and taken so long, milliseconds. */
async function writeEvents(sent: readonly { agoMs: number; tookMs: number | null }[]): Promise<void> {
  const { db } = await import('@/lib/server/db/client');
  const now = Date.now();
  await db().outboxEvent.createMany({
    data: sent.map(({ agoMs, tookMs }) => {
      const createdAt = new Date(now - agoMs - (tookMs ?? 0));
      return { eventId: crypto.randomUUID(), type: 'test.broadcast', audience: [], json: '{}', createdAt, sentAt: tookMs === null ? null : new Date(now - agoMs) };
    }),
  });
}

test('every card computes on a fresh board, and shows no secret of the settings', async () => {
  const all = await cards();
  expect(new Set(all.map(({ key }) => key)).size).toBe(12);
  const values = await Promise.all(all.map((card) => compute(card)));
  const text = JSON.stringify(values);
  const { redisToken, databaseUrl } = parts();
  for (const secret of ['recognisable', redisToken, databaseUrl, new URL(databaseUrl).password, 'a-secret-for-tests']) {
    expect(secret).not.toBe('');
    expect(text).not.toContain(secret);
  }
});

test('the database tells its size, its tables and its connections', async () => {
  const { db } = await import('@/lib/server/db/client');
  await db().$queryRaw`SELECT 1`;
  const value = await computeByKey('database');
  if (value.view !== 'table') throw new Error('not a table');
  expect(value.headline?.value).toBeGreaterThan(1_000_000);
  expect(value.headline?.words).toMatch(/^[1-9]\d* of \d+ connections are in use\.$/);
  expect(value.total).toBeGreaterThan(value.rows.length - 1);
  const sizes = value.rows.map((row) => Number(row[2]));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(value.rows.map(([name]) => name)).toContain('outbox_events');
});

test('a statement that runs long is shown without its values, and the words say where it is from', async () => {
  const { db } = await import('@/lib/server/db/client');
  const running = db().$queryRawUnsafe(`SELECT pg_sleep(4)::text, 'hidden value', 123456 FROM users WHERE email <> 'nobody'`).catch(() => undefined);
  const { runningNow } = await import('./slow-statements');
  await expect.poll(async () => (await runningNow(db())).length, { timeout: 3_500, interval: 50 }).toBe(1);
  const value = await computeByKey('slow-queries');
  expect(value.headline).toMatchObject({ value: 1, tone: 'info', words: expect.stringMatching(/^The extension pg_stat_statements is not there, so /) });
  expect(value).toMatchObject({ rows: [[expect.stringMatching(/^SELECT pg_sleep\(\?\)::text, \?, \? FROM users WHERE email <> \?$/), expect.any(Number), expect.anything()]], total: 1 });
  await db().$queryRaw`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(4)%' AND pid <> pg_backend_pid()`;
  await running;
});

test('a right that is missing becomes a sentence that says which', async () => {
  const { askDatabase } = await import('./ask-database');
  const asked = askDatabase(new AbortController().signal, (database) =>
    database.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL ROLE pg_monitor`;
      await tx.$queryRaw`SELECT * FROM users`;
    }),
  );
  await expect(asked).rejects.toMatchObject({ name: 'CardTrouble', message: expect.stringMatching(/pg_monitor/) });
});

test('Redis tells how it answers and how far back the log reaches', async () => {
  const { serverRedis, eventLog } = await import('@/lib/server/relay/log');
  const { db } = await import('@/lib/server/db/client');
  const { REDIS_KEYS } = await import('@/lib/realtime/keys');
  await serverRedis().del(REDIS_KEYS.log, REDIS_KEYS.epoch);
  const { epoch } = await eventLog().ends();
  const figure = async (label: string) => {
    const value = await computeByKey('redis');
    if (value.view !== 'figures') throw new Error('not figures');
    expect(value.headline?.value).toBeGreaterThan(0);
    return value.figures.find((one) => one.label === label)?.value;
  };
  expect(await figure('The log reaches back')).toBeNull();
  expect(await figure('Present life of the log, at least')).toBeNull();
  await serverRedis().xadd(REDIS_KEYS.log, `${Date.now() - 60_000}-0`, { id: '1' });
  await writeEvents([{ agoMs: 90_000, tookMs: 5 }]);
  await db().outboxEvent.updateMany({ data: { logCursor: `${epoch}.5-0` } });
  expect(Math.abs(Number(await figure('The log reaches back')) - 60)).toBeLessThanOrEqual(5);
  expect(Math.abs(Number(await figure('Present life of the log, at least')) - 90)).toBeLessThanOrEqual(5);
  expect(await figure('Entries on the event log')).toBe(2);
  expect(await figure('Memory used')).toBeGreaterThan(0);
});

test('streams are counted on each server, and one that is deaf is warned of', async () => {
  const { serverRedis } = await import('@/lib/server/relay/log');
  const { reportHub } = await import('@/lib/realtime/hub-stats');
  const stats = { connections: 3, logReadable: true, doorbellUp: true, opened: 9, eventsSent: 70, logReads: 8, doorbellLosses: 0, deafDoorbells: 0, slowClosed: 0, ticksSent: 0 };
  await reportHub(serverRedis(), 'one:board', stats);
  await reportHub(serverRedis(), 'two:board', { ...stats, connections: 4, doorbellUp: false });
  expect(await computeByKey('realtime-connections')).toMatchObject({
    headline: { value: 7, tone: 'warning' },
    bars: [
      { label: 'one board', value: 3, tone: 'plain', words: '70 events sent, 8 reads of the log, 0 ended as too slow.' },
      { label: 'two board', value: 4, tone: 'warning', words: expect.stringMatching(/^It is not told of new events/) },
    ],
  });
});

test('latency is shown for each slice of time; what waits too long is critical', async () => {
  const { db } = await import('@/lib/server/db/client');
  await db().outboxEvent.deleteMany();
  expect(await computeByKey('delivery-latency')).toMatchObject({ headline: { value: null }, points: [] });
  await writeEvents([10, 20, 30, 40, 1_500].map((tookMs) => ({ agoMs: 1_000, tookMs })));
  await writeEvents([{ agoMs: 2 * 3_600_000, tookMs: 80 }]);
  const value = await computeByKey('delivery-latency');
  if (value.view !== 'lines') throw new Error('not lines');
  expect(value.points).toHaveLength(36);
  expect(value.points.filter(({ values }) => values[0] !== null).map(({ values }) => values)).toEqual([[80, 80], [30, expect.closeTo(1_441.6, 0)]]);
  expect(value.headline).toMatchObject({ value: expect.closeTo(1_441.6, 0), tone: 'warning' });
  expect(value.figures.map((figure) => figure.value)).toEqual([30, 5, 0]);
  await writeEvents([{ agoMs: 60_000, tookMs: null }]);
  expect((await computeByKey('delivery-latency')).headline).toMatchObject({ tone: 'critical', words: '1 event waits and cannot leave: see whether Redis answers.' });
});

test('a card whose signal has aborted gives up, unless it has nothing to wait for', async () => {
  const signal = AbortSignal.abort(new Error('given up'));
  const ended = await Promise.all((await cards()).map(async (card) => [card.key, await compute(card, signal).then(() => 'done', (error: Error) => error.message)] as const));
  // Of the settings here nothing is encrypted; npm is played.
  const waiting = ended.filter(([key]) => key !== 'tls' && key !== 'packages');
  expect(waiting).toEqual(waiting.map(([key]) => [key, 'given up']));
});

test('statistics of statements are shown where they are kept, without passwords', async () => {
  const { db, closeDb } = await import('@/lib/server/db/client');
  await db().$executeRaw`CREATE EXTENSION pg_stat_statements`;
  expect((await computeByKey('slow-queries')).headline?.words).toMatch(/^The extension pg_stat_statements is there but not loaded, so /);
  await db().$executeRaw`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`;
  await closeDb();
  await parts().postgres.stop();
  await parts().postgres.start();
  await db().$executeRawUnsafe(`CREATE ROLE somebody_else PASSWORD 'hidden password'`);
  await db().$queryRawUnsafe(`SELECT pg_sleep(0.2)::text, 'hidden value'`);
  const value = await computeByKey('slow-queries');
  if (value.view !== 'table') throw new Error('not a table');
  expect(value.headline).toMatchObject({ value: expect.any(Number), unit: 'milliseconds', words: expect.stringMatching(/by pg_stat_statements/) });
  expect(value.headline?.value).toBeGreaterThanOrEqual(200);
  expect(value.rows[0]).toEqual(['SELECT pg_sleep($1)::text, $2', 1, expect.any(Number), expect.any(Number), expect.any(Number)]);
  expect(value.rows.map(([text]) => text)).toContain('CREATE ROLE …');
  expect(JSON.stringify(value)).not.toMatch(/hidden|somebody_else/);
});

test('while the database or Redis is away, cards on it say so in a sentence and the others go on', async () => {
  const { runCompute } = await import('../run-compute');
  const all = (await cards()).filter(({ key }) => !['git-revision', 'packages', 'process'].includes(key));
  const troubles = async () => {
    const attempts = await Promise.all(all.map(async (card) => [card.key, await runCompute(card, 12_000, new Date())] as const));
    return new Map(attempts.flatMap(([key, attempt]) => ('message' in attempt ? [[key, attempt.message] as const] : [])));
  };
  await parts().redis.stop();
  const withoutRedis = await troubles();
  await parts().postgres.stop();
  const withoutBoth = await troubles();
  expect([...withoutRedis.keys()]).toEqual(['redis', 'realtime-connections']);
  for (const message of withoutRedis.values()) expect(message).toMatch(/^Redis does not answer/);
  expect([...withoutBoth.keys()]).toEqual(['database', 'redis', 'realtime-connections', 'delivery-latency', 'slow-queries']);
  for (const key of ['database', 'delivery-latency', 'slow-queries']) expect(withoutBoth.get(key)).toBe('The database does not answer. Try again in a moment.');
});
