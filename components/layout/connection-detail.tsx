'use client';

import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { reconnectNow } from '@/components/providers/connection-actions';
import { Button } from '@/components/ui/button';
import { formatDuration, formatTime } from '@/components/ui/format-time';
import { useNow } from '@/components/ui/use-now';
import { useConnection, type ConnectionStatus } from '@/stores/connection';
import { connectionWords, provenStatus } from './connection-words';
import { LatencyTrace } from './latency-trace';

const TRANSPORT: Readonly<Record<ConnectionStatus, string>> = {
  connected: 'Event stream',
  reconnecting: 'None at the moment',
  polling: 'Fetching every 5 s',
  disconnected: 'None',
};

/** All that is known about the connection, and a way to try now. */
export function ConnectionDetail() {
  const state = useConnection();
  const now = useNow();
  const { next } = connectionWords(state, now);
  const ago = (at: number | null) => (at === null || now === null ? 'none yet' : `${formatDuration(now - at)} ago`);

  return (
    <div className="grid gap-3">
      <p>{next}</p>
      {state.reason ? <p className="text-text-muted">{state.reason}</p> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <Row label="Transport">{TRANSPORT[now === null ? state.status : provenStatus(state, now)]}</Row>
        <Row label="Server">{state.instanceId ?? 'not known yet'}</Row>
        <Row label="Since">{state.since === 0 || now === null ? 'not yet' : `${formatTime(state.since)} (${formatDuration(now - state.since)})`}</Row>
        <Row label="Last event">{ago(state.lastEventAt)}</Row>
        <Row label="Last sign of life">{ago(state.lastByteAt)}</Row>
        <Row label="Clock">{clockWords(state.clockOffsetMs)}</Row>
        <Row label="Failed attempts">{state.attempts}</Row>
      </dl>
      <LatencyTrace latencies={state.latencies} />
      <Button size="sm" className="justify-self-start" onClick={reconnectNow}>
        <RotateCw aria-hidden size={16} />
        Reconnect now
      </Button>
    </div>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-text-muted">{label}</dt>
      <dd className="figures min-w-0 truncate text-right">{children}</dd>
    </>
  );
}

function clockWords(offsetMs: number): string {
  if (Math.abs(offsetMs) < 2_000) return 'agrees with the server';
  return `${formatDuration(Math.abs(offsetMs))} ${offsetMs > 0 ? 'behind' : 'ahead of'} the server`;
}
