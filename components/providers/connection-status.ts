import { assertNever } from '@/lib/core/assert-never';
import type { MachineState } from '@/lib/client/connection-machine';
import type { ConnectionState, ConnectionStatus } from '@/stores/connection';

const KEEP_LATENCIES = 60;

/** The one of four words that a person is told for a state of the machine. */
export function publicStatus(state: MachineState): ConnectionStatus {
  switch (state.name) {
    case 'live':
      return 'connected';
    case 'polling':
      return 'polling';
    case 'connecting':
    case 'backoff':
      return 'reconnecting';
    case 'idle':
    case 'offline':
    case 'stopped':
      return 'disconnected';
    default:
      return assertNever(state);
  }
}

/** What a new state changes in the store. `since` moves only when the word changes: attempts are no news. */
export function afterState(before: ConnectionState, state: MachineState, reason: string | null, now: number): Partial<ConnectionState> {
  const told = publicStatus(state);
  // Polling is called so when it has brought an answer; until then an outage goes on as it began.
  const status = told === 'polling' && before.status !== 'polling' ? 'reconnecting' : told;
  return {
    status,
    since: status === before.status && before.since > 0 ? before.since : now,
    attempts: 'failures' in state && state.name !== 'live' ? state.failures : 0,
    nextAttemptAt: state.name === 'backoff' || state.name === 'polling' ? state.until : null,
    reason: status === 'connected' ? null : (reasonFor(state) ?? reason),
    ...(status === 'connected' ? { upstream: 'ok' as const } : {}),
  };
}

/** What a poll's outcome changes: one that brings nothing is no connection, and is not called one. */
export function afterPoll(before: ConnectionState, ok: boolean, now: number): Partial<ConnectionState> {
  const { status } = before;
  const next = status === 'reconnecting' && ok ? 'polling' : status === 'polling' && !ok ? 'reconnecting' : status;
  return { ...(next === status ? {} : { status: next, since: now }), ...(ok ? { lastPolledAt: now, ...(status === 'connected' ? {} : { lastByteAt: now }) } : {}) };
}

/** What an event's arrival changes. `sentAt`: its time stamp by the server's clock. */
export function afterEvent(before: ConnectionState, sentAt: number, now: number): Partial<ConnectionState> {
  const latencyMs = Math.max(0, now + before.clockOffsetMs - sentAt);
  return { lastEventAt: now, latencyMs, latencies: [...before.latencies, latencyMs].slice(-KEEP_LATENCIES) };
}

function reasonFor(state: MachineState): string | null {
  if (state.name === 'offline') return 'This computer has no network.';
  if (state.name !== 'stopped') return null;
  if (state.why === 'signed_out') return 'You are signed out.';
  return state.why === 'forbidden' ? 'You are not allowed to listen here.' : null;
}
