import { formatDuration, formatHour } from '@/components/ui/format-time';
import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import { POLL_INTERVAL_MS } from '@/lib/protocol/constants';
import type { ConnectionState, ConnectionStatus } from '@/stores/connection';

/** How often news is fetched while the stream is down, in seconds. */
const POLL_EVERY_S = POLL_INTERVAL_MS / 1_000;
/** Polls that may fail to come before polling is no connection any more. */
const POLLS_MISSED = 2;

/** The connection in words. */
export interface ConnectionWords {
  readonly shape: ShapeName;
  readonly tone: PillTone;
  /** The state: "live". */
  readonly word: string;
  /** The figure beside it: "42 ms", "3 s"; empty when there is none. */
  readonly figure: string;
  /** What is so and what happens next, in sentences. */
  readonly next: string;
}

const CONNECTING: ConnectionWords = { shape: 'half', tone: 'calm', word: 'connecting', figure: '', next: 'Connecting for the first time.' };

/** The status to tell: polling is called so once it has brought an answer, not when it is tried. `now`: the browser's time in milliseconds. */
export function provenStatus({ status, lastPolledAt }: ConnectionState, now: number): ConnectionStatus {
  if (status !== 'polling') return status;
  return lastPolledAt !== null && now - lastPolledAt <= POLLS_MISSED * POLL_INTERVAL_MS ? 'polling' : 'reconnecting';
}

/** Says how the connection is. `now`: the browser's time in milliseconds, null while the page is not alive yet. */
export function connectionWords(state: ConnectionState, now: number | null): ConnectionWords {
  if (now === null || state.since === 0) return CONNECTING;
  const status = provenStatus(state, now);
  // The first attempt is no loss: nothing has stood yet.
  if (status === 'reconnecting' && state.instanceId === null && state.attempts === 0) return CONNECTING;
  switch (status) {
    case 'connected':
      return connected(state);
    case 'reconnecting':
      return {
        shape: 'half',
        tone: 'warning',
        word: 'reconnecting',
        figure: formatDuration(now - state.since),
        next: `Connection lost, ${nextTry(state, now)}.`,
      };
    case 'polling':
      return {
        shape: 'diamond',
        tone: 'warning',
        word: 'polling',
        figure: `every ${POLL_EVERY_S} s`,
        next: `Connection lost, ${nextTry(state, now)}. You still get news every ${POLL_EVERY_S} s.`,
      };
    case 'disconnected':
      return {
        shape: 'ring',
        tone: 'critical',
        word: 'offline',
        figure: `since ${formatHour(state.since)}`,
        next: state.nextAttemptAt === null ? 'No news arrives. “Reconnect now” tries at once.' : `No news arrives, ${nextTry(state, now)}.`,
      };
  }
}

function connected(state: ConnectionState): ConnectionWords {
  const figure = state.latencyMs === null ? '' : `${Math.round(state.latencyMs)} ms`;
  if (state.upstream === 'lost') {
    return {
      shape: 'triangle',
      tone: 'warning',
      word: 'degraded',
      figure,
      next: 'Connected, but the server cannot read its event log: silence says nothing until it is back. It tries by itself.',
    };
  }
  return { shape: 'disc', tone: 'ok', word: 'live', figure, next: 'News arrives as it happens.' };
}

function nextTry(state: ConnectionState, now: number): string {
  if (state.nextAttemptAt === null || state.nextAttemptAt <= now) return 'trying again now';
  // Rounded up: "in 0 s" for a whole second reads as stuck.
  return `trying again in ${formatDuration(state.nextAttemptAt - now + 999)}`;
}
