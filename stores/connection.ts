import { create } from 'zustand';

/** What a person is told about the connection, one of four. */
export type ConnectionStatus = 'connected' | 'reconnecting' | 'polling' | 'disconnected';

/** All that is known about the connection now. Times are the browser's clock in milliseconds since the epoch. */
export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Since when the status has been what it is. */
  readonly since: number;
  readonly clientId: string | null;
  /** Which server answers; a new one means it was restarted or replaced. */
  readonly instanceId: string | null;
  /** When the last byte came, a heartbeat included. */
  readonly lastByteAt: number | null;
  /** When the last poll brought an answer; null while there was none. */
  readonly lastPolledAt: number | null;
  readonly lastEventAt: number | null;
  /** From the server's time stamp of the last event to its arrival here, clock offset removed. */
  readonly latencyMs: number | null;
  /** The last latencies, oldest first, at most 60. */
  readonly latencies: readonly number[];
  /** Failures in a row since the connection last stood. */
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  /** Why it is not connected, as a sentence; null while all is well. */
  readonly reason: string | null;
  /** `lost`: the server stands but cannot read its own event log, so silence says nothing. */
  readonly upstream: 'ok' | 'lost';
  /** Add to the browser's clock to get the server's. */
  readonly clockOffsetMs: number;
}

export const initialConnection: ConnectionState = {
  status: 'reconnecting',
  since: 0,
  clientId: null,
  instanceId: null,
  lastByteAt: null,
  lastPolledAt: null,
  lastEventAt: null,
  latencyMs: null,
  latencies: [],
  attempts: 0,
  nextAttemptAt: null,
  reason: null,
  upstream: 'ok',
  clockOffsetMs: 0,
};

/** The connection as the indicator and every stale badge read it. Written by the SSE provider alone. */
export const useConnection = create<ConnectionState>(() => initialConnection);
