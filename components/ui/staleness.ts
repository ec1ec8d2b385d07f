import { POLL_INTERVAL_MS } from '@/lib/protocol/constants';
import type { ConnectionState } from '@/stores/connection';
import { formatDuration } from './format-time';

/** Polls that may fail to come before what they keep current counts as outdated. */
const POLLS_MISSED = 2;
/** A gap shorter than this is no news: streams are replaced now and then. */
const GRACE_MS = 3_000;

export type TransportState = Pick<ConnectionState, 'status' | 'since' | 'upstream' | 'lastPolledAt'>;

/**
 * Why what a page shows may be outdated, in words; null while it is current. Judged by what really brings news:
 * the stream, or the last poll that was answered. `now`: the browser's clock in milliseconds.
 */
export function staleReason({ status, since, upstream, lastPolledAt }: TransportState, now: number): string | null {
  const sincePoll = lastPolledAt === null ? Infinity : now - lastPolledAt;
  const polled = sincePoll <= POLLS_MISSED * POLL_INTERVAL_MS;
  if (status === 'connected' && upstream === 'ok') return null;
  if (polled) return null;
  if (status === 'connected') return 'the server cannot read its event log';
  const gone = now - Math.max(since, lastPolledAt ?? 0);
  if (since === 0 || gone < GRACE_MS) return null;
  return `no connection for ${formatDuration(gone)}`;
}
