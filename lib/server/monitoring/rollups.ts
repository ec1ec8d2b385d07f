import 'server-only';
import { Prisma, db } from '../db/client';
import { NO_UPTIME, type Uptime } from './watch-state';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const KEEP_MS = { samples: DAY_MS, minute: 30 * DAY_MS, hour: 366 * DAY_MS } as const;
/** So much is counted anew each time, so that nothing is missed that was kept late. */
const MINUTES_BACK = 40;
const HOURS_BACK = 2;

/**
 * Counts samples into minutes and minutes into hours. What was counted before is counted anew from what is there, so
 * doing it twice, or after a crash, changes nothing. Throws when the database cannot be asked.
 */
export async function rollUp(now: number): Promise<void> {
  const minutesFrom = new Date(floor(now - MINUTES_BACK * MINUTE_MS, MINUTE_MS));
  await db().$executeRaw`
    INSERT INTO monitor_rollups (resolution, monitor_id, from_at, up, warn, down, unknown, maintenance, latency_sum, latency_count, latency_max)
    SELECT 'minute', monitor_id, date_trunc('minute', slot, 'UTC') AS from_at,
      count(*) FILTER (WHERE state = 'up'), count(*) FILTER (WHERE state = 'warn'), count(*) FILTER (WHERE state = 'down'),
      count(*) FILTER (WHERE state = 'unknown'), count(*) FILTER (WHERE state = 'maintenance'),
      coalesce(sum(latency_ms), 0), count(latency_ms), max(latency_ms)
    FROM monitor_samples WHERE slot >= ${minutesFrom} GROUP BY monitor_id, date_trunc('minute', slot, 'UTC')
    ON CONFLICT (resolution, monitor_id, from_at) DO UPDATE SET ${COUNTED_ANEW}`;
  const hoursFrom = new Date(floor(now - HOURS_BACK * HOUR_MS, HOUR_MS));
  await db().$executeRaw`
    INSERT INTO monitor_rollups (resolution, monitor_id, from_at, up, warn, down, unknown, maintenance, latency_sum, latency_count, latency_max)
    SELECT 'hour', monitor_id, date_trunc('hour', from_at, 'UTC') AS from_at,
      sum(up), sum(warn), sum(down), sum(unknown), sum(maintenance), sum(latency_sum), sum(latency_count), max(latency_max)
    FROM monitor_rollups WHERE resolution = 'minute' AND from_at >= ${hoursFrom} GROUP BY monitor_id, date_trunc('hour', from_at, 'UTC')
    ON CONFLICT (resolution, monitor_id, from_at) DO UPDATE SET ${COUNTED_ANEW}`;
}

/** Forgets what is older than each kind is kept. Throws when the database cannot be asked. */
export async function pruneHistory(now: number): Promise<void> {
  await db().monitorSample.deleteMany({ where: { slot: { lt: new Date(now - KEEP_MS.samples) } } });
  for (const resolution of ['minute', 'hour'] as const) {
    await db().monitorRollup.deleteMany({ where: { resolution, fromAt: { lt: new Date(now - KEEP_MS[resolution]) } } });
  }
}

/** How much of the last 24 hours, 30 days and year each service was up: up / (up + warn + down). Throws when the database cannot be asked. */
export async function readUptimes(now: number): Promise<Map<string, Uptime>> {
  const [day, month, year] = [DAY_MS, 30 * DAY_MS, 365 * DAY_MS].map((ms) => new Date(now - ms));
  const rows = await db().$queryRaw<{ id: string; d1: number | null; d30: number | null; y1: number | null }[]>`
    SELECT monitor_id AS id,
      (sum(up) FILTER (WHERE from_at > ${day}))::float8 / nullif(sum(up + warn + down) FILTER (WHERE from_at > ${day}), 0) AS d1,
      (sum(up) FILTER (WHERE from_at > ${month}))::float8 / nullif(sum(up + warn + down) FILTER (WHERE from_at > ${month}), 0) AS d30,
      sum(up)::float8 / nullif(sum(up + warn + down), 0) AS y1
    FROM monitor_rollups WHERE resolution = 'hour' AND from_at > ${year} GROUP BY monitor_id`;
  return new Map(rows.map(({ id, ...uptime }) => [id, { ...NO_UPTIME, ...uptime }]));
}

const COUNTED_ANEW = Prisma.sql`
  up = EXCLUDED.up, warn = EXCLUDED.warn, down = EXCLUDED.down, unknown = EXCLUDED.unknown, maintenance = EXCLUDED.maintenance,
  latency_sum = EXCLUDED.latency_sum, latency_count = EXCLUDED.latency_count, latency_max = EXCLUDED.latency_max`;

function floor(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}
