import 'server-only';
import { singleFlight } from '@/lib/core/single-flight';
import { infraHistorySchema, type InfraHistory } from '@/lib/protocol/monitor';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { db } from '@/lib/server/db/client';
import { currentCursor } from '../events/current-cursor';

const SLICE_MS = 1_800_000;
const SLICES = 48;
const LATENCIES = 60;
const KEEP_MS = 10_000;

interface SliceRow {
  id: string;
  slice: number;
  up: number;
  warn: number;
  down: number;
  unknown: number;
  maintenance: number;
  latency: number | null;
}

let kept: { readonly at: number; readonly history: InfraHistory } | undefined;

/** Once for all instances that ask at the same moment. */
const load = singleFlight(async () => sharedRead({ name: 'infra-history', cursor: await currentCursor(), schema: infraHistorySchema, read: readHistory }));

async function readHistory(): Promise<InfraHistory> {
  const from = Math.floor(Date.now() / SLICE_MS) * SLICE_MS - (SLICES - 1) * SLICE_MS;
  const [monitors, rows, latencies] = await Promise.all([
    db().monitor.findMany({ select: { id: true }, orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] }),
    db().$queryRaw<SliceRow[]>`
      SELECT monitor_id AS id, floor(extract(epoch FROM from_at - ${new Date(from)}) * 1000 / ${SLICE_MS})::int AS slice,
        sum(up)::int AS up, sum(warn)::int AS warn, sum(down)::int AS down, sum(unknown)::int AS unknown, sum(maintenance)::int AS maintenance,
        sum(latency_sum) / nullif(sum(latency_count), 0) AS latency
      FROM monitor_rollups WHERE resolution = 'minute' AND from_at >= ${new Date(from)} GROUP BY 1, 2`,
    db().$queryRaw<{ id: string; at: Date; ms: number | null }[]>`
      SELECT m.id, s.at, s.latency_ms AS ms FROM monitors m
      CROSS JOIN LATERAL (SELECT at, latency_ms FROM monitor_samples WHERE monitor_id = m.id ORDER BY slot DESC LIMIT ${LATENCIES}) s
      ORDER BY s.at`,
  ]);
  return {
    sliceMs: SLICE_MS,
    items: monitors.map(({ id }) => {
      const own = new Map(rows.filter((row) => row.id === id).map((row) => [row.slice, row]));
      return {
        id,
        slices: Array.from({ length: SLICES }, (_, index) => toSlice(new Date(from + index * SLICE_MS), own.get(index))),
        latencies: latencies.filter((one) => one.id === id).map(({ at, ms }) => ({ at: at.toISOString(), ms })),
      };
    }),
  };
}

/** The last 24 hours of every service in slices of half an hour, and its last latencies. Computed at most every ten seconds. */
export async function readInfraHistory(): Promise<InfraHistory> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.history;
  const history = await load();
  kept = { at: Date.now(), history };
  return history;
}

function toSlice(from: Date, row: SliceRow | undefined) {
  const { up = 0, warn = 0, down = 0, unknown = 0, maintenance = 0, latency = null } = row ?? {};
  return { from: from.toISOString(), up, warn, down, unknown, maintenance, latencyMs: latency === null ? null : Math.round(latency * 10) / 10 };
}
