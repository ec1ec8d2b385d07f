import 'server-only';
import { failure, warning, well, type Look } from './probes/look';
import type { Watched } from './roster';

/**
 * What the heartbeats of a push monitor say for the interval that ends now: the last one that came, or that none did.
 * Null before the very first: there is nothing to miss yet.
 */
export function runPush({ push, intervalMs }: Pick<Watched, 'push' | 'intervalMs'>, now: number): Look | null {
  if (!push) return null;
  const age = now - push.at;
  if (age > intervalMs) return failure(`No heartbeat for ${Math.round(age / 1_000)} s.`);
  if (push.outcome === 'ok') return well(push.pingMs);
  const words = push.message ?? 'The heartbeat says so.';
  return push.outcome === 'warn' ? warning(words, push.pingMs) : failure(words, push.pingMs);
}
