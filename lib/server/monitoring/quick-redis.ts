import 'server-only';
import { createRedis } from '@/lib/realtime/redis';
import { serverSettings } from '../env';

/** A round is due every two seconds: what takes longer than this counts as not answered. */
const PATIENCE_MS = 700;

let redis: ReturnType<typeof createRedis> | undefined;

/** Redis for whoever must not wait, made on first use. */
export function quickRedis(): ReturnType<typeof createRedis> {
  redis ??= createRedis({ ...serverSettings(), timeoutMs: PATIENCE_MS });
  return redis;
}
