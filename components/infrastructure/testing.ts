import type { Service } from '@/lib/protocol/infrastructure';
import type { HistorySlice } from '@/lib/protocol/monitor';

/** A service for tests: up, looked at every two seconds, last at 12:00 UTC. */
export function aService(name: string, patch: Partial<Service> = {}): Service {
  return {
    id: `id-${name}`,
    key: name.toLowerCase(),
    name,
    kind: 'http',
    target: '/',
    state: 'up',
    since: '2026-11-21T08:00:00.000Z',
    pending: null,
    checked_at: '2026-11-21T12:00:00.000Z',
    interval_ms: 2_000,
    latency_ms: 4,
    message: null,
    uptime: { d1: 1, d30: 1, y1: null },
    uptime_from: { d1: null, d30: null, y1: null },
    maintenance: null,
    incident: null,
    ...patch,
  };
}

/** A slice of the day for tests: nothing known from midnight on. */
export function aSlice(patch: Partial<HistorySlice> = {}): HistorySlice {
  return { from: '2026-11-21T00:00:00.000Z', up: 0, warn: 0, down: 0, unknown: 0, maintenance: 0, latencyMs: null, ...patch };
}
