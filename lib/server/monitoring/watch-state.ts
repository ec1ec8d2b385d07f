import { isoOf } from '@/lib/core/iso';
import type { Service } from '@/lib/protocol/infrastructure';
import type { Maintenance } from '@/lib/protocol/monitor';
import { pendingOf, UNSEEN, type MachineState } from './machine';
import type { Watched } from './roster';

/** What the collector knows of one monitor. Times in milliseconds since the epoch. */
export interface WatchState {
  readonly machine: MachineState;
  readonly sampledAt: number | null;
  readonly latencyMs: number | null;
  readonly message: string | null;
  readonly incident: { readonly id: string; readonly number: string } | null;
}

/** One that nobody has looked at. */
export const UNWATCHED: WatchState = { machine: UNSEEN, sampledAt: null, latencyMs: null, message: null, incident: null };

/** Shares of the time in which a service was up, and since when that was measured. */
export interface Uptime {
  readonly shares: Service['uptime'];
  readonly from: Service['uptime_from'];
}
const NOTHING = { d1: null, d30: null, y1: null };
export const NO_UPTIME: Uptime = { shares: NOTHING, from: NOTHING };

/** The state that people are shown: paused before maintenance before what the samples say. */
export function shownState(watched: Watched, { machine }: WatchState, maintenance: Maintenance | null): Service['state'] {
  if (watched.isPaused) return 'paused';
  return maintenance ? 'maintenance' : machine.state;
}

/** One service of the payload. */
export function toService(watched: Watched, known: WatchState, maintenance: Maintenance | null, uptime: Uptime): Service {
  const { machine, sampledAt, latencyMs, message, incident } = known;
  const state = shownState(watched, known, maintenance);
  return {
    id: watched.id,
    key: watched.key,
    name: watched.name,
    kind: watched.kind,
    target: watched.target,
    state,
    since: state === 'maintenance' && maintenance ? maintenance.startsAt : isoOf(machine.since),
    pending: watched.isPaused ? null : pendingOf(machine),
    checked_at: isoOf(sampledAt),
    interval_ms: watched.intervalMs,
    latency_ms: latencyMs,
    message: watched.isPaused ? null : message,
    uptime: uptime.shares,
    uptime_from: uptime.from,
    maintenance: maintenance && { id: maintenance.id, title: maintenance.title, until: maintenance.endsAt },
    incident,
  };
}
