import 'server-only';
import { Prisma, db } from '../db/client';
import { LOOK_AT_PUSH_MS } from './roster';
import type { Uptime } from './watch-state';

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

/**
 * How much of the last 24 hours, 30 days and year each service was up: up / (up + warn + down), and since when that was
 * measured where it was not measured from the beginning. Throws when the database cannot be asked.
 */
export async function readUptimes(now: number): Promise<Map<string, Uptime>> {
  const starts = { d1: new Date(now - DAY_MS), d30: new Date(now - 30 * DAY_MS), y1: new Date(now - 365 * DAY_MS) };
  const rows = await db().$queryRaw<UptimeRow[]>`
    SELECT h.*, m.created_at, ${LOOK_EVERY} AS look_every_ms, ${firstMinute('d1_from')} AS d1_from, ${firstMinute('d30_from')} AS d30_from, ${firstMinute('y1_from')} AS y1_from
    FROM (
      SELECT monitor_id AS id,
        (sum(up) FILTER (WHERE from_at > ${starts.d1}))::float8 / nullif(sum(up + warn + down) FILTER (WHERE from_at > ${starts.d1}), 0) AS d1,
        (sum(up) FILTER (WHERE from_at > ${starts.d30}))::float8 / nullif(sum(up + warn + down) FILTER (WHERE from_at > ${starts.d30}), 0) AS d30,
        sum(up)::float8 / nullif(sum(up + warn + down), 0) AS y1,
        min(from_at) FILTER (WHERE up + warn + down > 0 AND from_at > ${starts.d1}) AS d1_from,
        min(from_at) FILTER (WHERE up + warn + down > 0 AND from_at > ${starts.d30}) AS d30_from,
        min(from_at) FILTER (WHERE up + warn + down > 0) AS y1_from
      FROM monitor_rollups WHERE resolution = 'hour' AND from_at > ${starts.y1} GROUP BY monitor_id
    ) h JOIN monitors m ON m.id = h.id`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        shares: { d1: row.d1, d30: row.d30, y1: row.y1 },
        from: { d1: lateStart(row, row.d1_from, starts.d1), d30: lateStart(row, row.d30_from, starts.d30), y1: lateStart(row, row.y1_from, starts.y1) },
      },
    ]),
  );
}

interface UptimeRow {
  readonly id: string;
  readonly d1: number | null;
  readonly d30: number | null;
  readonly y1: number | null;
  readonly d1_from: Date | null;
  readonly d30_from: Date | null;
  readonly y1_from: Date | null;
  readonly created_at: Date;
  readonly look_every_ms: number;
}

/** The first look that counts, when the time that is asked for began before it by more than an hour and the time between two looks. */
function lateStart({ created_at, look_every_ms }: UptimeRow, first: Date | null, start: Date): string | null {
  if (first === null) return null;
  const inTime = first.getTime() <= start.getTime() + HOUR_MS + look_every_ms;
  // A service that is looked at once a day is new all the same when it was added after the beginning.
  return inTime && created_at <= start ? null : first.toISOString();
}

const COUNTED_ANEW = Prisma.sql`
  up = EXCLUDED.up, warn = EXCLUDED.warn, down = EXCLUDED.down, unknown = EXCLUDED.unknown, maintenance = EXCLUDED.maintenance,
  latency_sum = EXCLUDED.latency_sum, latency_count = EXCLUDED.latency_count, latency_max = EXCLUDED.latency_max`;

/** Heartbeats may be a month apart; what was heard last is looked at as often as the roster says. */
const LOOK_EVERY = Prisma.sql`CASE WHEN m.kind = 'push' THEN least(m.interval_ms, ${LOOK_AT_PUSH_MS}) ELSE m.interval_ms END`;

/** The hour in which the first look was, as finely as it is kept: minutes go before hours do. */
function firstMinute(column: 'd1_from' | 'd30_from' | 'y1_from') {
  const hour = Prisma.raw(`h.${column}`);
  return Prisma.sql`coalesce((
    SELECT min(from_at) FROM monitor_rollups
    WHERE resolution = 'minute' AND monitor_id = h.id AND from_at >= ${hour} AND from_at < ${hour} + interval '1 hour' AND up + warn + down > 0), ${hour})`;
}

function floor(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}
