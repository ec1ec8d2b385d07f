import 'server-only';
import { singleFlight } from '@/lib/core/single-flight';
import { ageInfrastructure, type Infrastructure } from '@/lib/protocol/infrastructure';
import { buildFrom } from '@/lib/server/monitoring/build';
import { readStates } from '@/lib/server/monitoring/persist';
import { lastPublished } from '@/lib/server/monitoring/publish';
import { readUptimes } from '@/lib/server/monitoring/rollups';
import { readRoster } from '@/lib/server/monitoring/roster';

/**
 * Every service as it is now: what the collector published last, else what the database holds of it. What is too old
 * is unknown, whoever said it. Throws when neither Redis nor the database can be asked.
 */
export async function readInfrastructure(): Promise<Infrastructure> {
  const published = await lastPublished();
  return published ? ageInfrastructure(published, new Date()) : fromDatabase();
}

/** Shared by all who ask at the same time. */
const fromDatabase = singleFlight(async () => {
  const now = new Date();
  const [roster, states, uptimes] = await Promise.all([readRoster(), readStates(), readUptimes(now.getTime())]);
  const lookedAt = Math.max(0, ...[...states.values()].map(({ sampledAt }) => sampledAt ?? 0));
  return buildFrom(roster, states, uptimes, lookedAt === 0 ? null : new Date(lookedAt), now);
});
