import 'server-only';
import { spanWords } from '@/lib/core/span-words';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { nextDue, type Due } from './heartbeat-due';
import { failure, warning, well, type Look } from './probes/look';
import type { Watched } from './roster';

/**
 * What the heartbeats of a push monitor say now: the last one that came, or that one is missing. Its sender's words are
 * final and a grace time has passed before one is missing, so no second look is needed to believe it.
 * Null before the very first: there is nothing to miss yet.
 */
export function runPush({ push, beatEveryMs }: Pick<Watched, 'push' | 'beatEveryMs'>, config: ConfigOf<'push'>, now: number): Look | null {
  if (!push) return null;
  const due = nextDue(config, beatEveryMs, push);
  const look = due && now > due.by ? failure(missing(due, push.at, now, config.schedule !== null)) : said(push);
  return look && { ...look, isFinal: true };
}

function said({ at, outcome, message, pingMs }: NonNullable<Watched['push']>): Look | null {
  if (at === null) return null;
  if (outcome === 'ok') return well(pingMs);
  const words = message ?? 'The heartbeat says so.';
  return outcome === 'warn' ? warning(words, pingMs) : failure(words, pingMs);
}

function missing({ what, expectedAt }: Due, at: number | null, now: number, scheduled: boolean): string {
  if (what === 'end') return `Started ${spanWords(now - expectedAt)} ago and has not said that it ended.`;
  const silence = `No heartbeat for ${spanWords(now - (at ?? expectedAt))}`;
  return scheduled ? `${silence}; one was due at ${new Date(expectedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC.` : `${silence}.`;
}
