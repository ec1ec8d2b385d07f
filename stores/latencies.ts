import { create } from 'zustand';
import type { Service } from '@/lib/protocol/infrastructure';

const KEEP = 60;

/** One look: when (milliseconds since the epoch), and how long the answer took; null when none came. */
export interface Latency {
  readonly at: number;
  readonly ms: number | null;
}

interface LatenciesState {
  /** By the id of the service, oldest first, the last 60 of this page's life. */
  readonly byService: Readonly<Record<string, readonly Latency[]>>;
}

/** Latencies as the stream told them, for the lines that move. */
export const useLatencies = create<LatenciesState>(() => ({ byService: {} }));

/** Notes the newest look at each service; one that is known already changes nothing. */
export function noteLatencies(services: readonly Pick<Service, 'id' | 'checked_at' | 'latency_ms'>[]): void {
  useLatencies.setState(({ byService }) => {
    const next = new Map(Object.entries(byService));
    for (const { id, checked_at, latency_ms } of services) {
      const known = next.get(id) ?? [];
      const at = checked_at === null ? null : Date.parse(checked_at);
      if (at === null || at <= (known.at(-1)?.at ?? 0)) continue;
      next.set(id, [...known, { at, ms: latency_ms }].slice(-KEEP));
    }
    return { byService: Object.fromEntries(next) };
  });
}
