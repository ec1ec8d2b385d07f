import 'server-only';
import { POLL_INTERVAL_MS } from '@/lib/protocol/constants';
import { leasesKey, REDIS_KEYS } from '@/lib/realtime/keys';
import { serverRedis } from '@/lib/server/relay/log';

/** Who polls is there until three polls have failed to come. */
const POLLING_LASTS_MS = 3 * POLL_INTERVAL_MS;

/** Notes that somebody has the board open without a stream. Not waited for: nothing hangs on it. */
export function notePolling(userId: string): void {
  const now = Date.now();
  const pipeline = serverRedis().pipeline();
  pipeline.zremrangebyscore(REDIS_KEYS.polling, 0, now);
  pipeline.zadd(REDIS_KEYS.polling, { score: now + POLLING_LASTS_MS, member: userId });
  pipeline.exec().catch(() => undefined);
}

/** Which of some users have the board open now, on any instance, by stream or by polling; null while Redis cannot say. */
export async function readOnline(userIds: readonly string[]): Promise<ReadonlySet<string> | null> {
  if (userIds.length === 0) return new Set();
  const now = Date.now();
  const pipeline = serverRedis().pipeline();
  pipeline.zrange(REDIS_KEYS.polling, now, '+inf', { byScore: true });
  for (const userId of userIds) pipeline.zcount(leasesKey(userId), now, '+inf');
  try {
    const [polling, ...streams] = await pipeline.exec<[unknown, ...number[]]>();
    const there = new Set(Array.isArray(polling) ? polling.map(String) : []);
    return new Set(userIds.filter((userId, index) => there.has(userId) || Number(streams[index]) > 0));
  } catch {
    return null;
  }
}
