import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { defineCard } from '../define';
import { askDatabase } from './ask-database';
import { askRedis } from './ask-redis';
import { checksHeadline, type Check } from '../pieces/checks-headline';
import { clockCheck, clockUnknown, readClock } from './clock-check';
import { fileCheck, modeCheck, nodeCheck, wholeCheck, zoneCheck } from './runtime-checks';
import { exampleValues, settingChecks } from './setting-checks';

const databaseTimeSchema = z.tuple([z.object({ ms: z.number() })]);
const redisTimeSchema = z.tuple([z.coerce.number(), z.coerce.number()]);

/** Whether Watchroom was set up as it should be. Values are never shown. */
export const environment = defineCard({
  key: 'environment',
  tab: 'platform',
  title: 'Environment',
  about: 'Whether each setting is there and its secret long enough, which Node runs, and whether the clocks agree. Values are never shown.',
  view: 'checks',
  ttlMs: 15 * 60_000,
  permission: 'metrics.read',
  watches: ['file:.env', 'file:.env.local'],
  async compute({ now, signal }) {
    const startedAt = now.getTime() - process.uptime() * 1_000;
    const [example, packageJson, file, database, redis] = await Promise.all([
      textOf('.env.example'),
      textOf('package.json'),
      stat(/* turbopackIgnore: true */ '.env').catch(() => null),
      clock(signal, 'Clock of the database', () => databaseTime(signal)),
      clock(signal, 'Clock of Redis', () => redisTime(signal)),
    ]);
    const checks = [
      wholeCheck(process.env),
      ...settingChecks(process.env, exampleValues(example ?? '')),
      fileCheck(file?.mtimeMs ?? null, startedAt),
      modeCheck(process.env.NODE_ENV),
      nodeCheck(process.versions.node, packageJson),
      zoneCheck(Intl.DateTimeFormat().resolvedOptions().timeZone),
      database,
      redis,
    ];
    return { headline: checksHeadline(checks, 'things'), checks, empty: 'Nothing was checked.' };
  },
});

async function clock(signal: AbortSignal, label: string, ask: () => Promise<number>): Promise<Check> {
  try {
    // The first question may have to open a connection, which takes time that is not the clock's.
    await ask();
    return clockCheck(label, await readClock(ask));
  } catch {
    signal.throwIfAborted();
    return clockUnknown(label);
  }
}

async function databaseTime(signal: AbortSignal): Promise<number> {
  const rows = await askDatabase(signal, (database) => database.$queryRaw`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms`);
  return databaseTimeSchema.parse(rows)[0].ms;
}

async function redisTime(signal: AbortSignal): Promise<number> {
  const [seconds, microseconds] = redisTimeSchema.parse(await askRedis(signal, (redis) => redis.exec(['TIME'])));
  return seconds * 1_000 + microseconds / 1_000;
}

async function textOf(path: '.env.example' | 'package.json'): Promise<string | null> {
  return readFile(/* turbopackIgnore: true */ path, 'utf8').catch(() => null);
}
