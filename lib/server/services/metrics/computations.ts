import 'server-only';
import { Counter, type Registry } from 'prom-client';
import { dedupCounts } from '@/lib/server/cache/counters';
import { computedCounts } from '@/lib/server/cards/computed-counts';
import { ensureInstanceId } from '@/lib/server/instance';

const DEDUP = {
  dedup_cache_hits: ['Requests answered from what was kept', 'hits'],
  dedup_cache_misses: ['Requests for which something was computed', 'misses'],
  dedup_requests_deduplicated: ['Requests given the computation of another that ran at the same time', 'shared'],
} as const;

/** Figures of this process about what it computed for several: each instance reports its own. */
export function addComputations(registry: Registry): void {
  const instance_id = ensureInstanceId();
  for (const [name, [help, field]] of Object.entries(DEDUP)) {
    const counter = new Counter({ name, help, labelNames: ['instance_id', 'kind'], registers: [registry] });
    for (const [kind, counts] of Object.entries(dedupCounts())) counter.inc({ instance_id, kind }, counts[field]);
  }
  const computed = new Counter({ name: 'cards_computed_total', help: 'Computations of each card', labelNames: ['instance_id', 'card', 'outcome'], registers: [registry] });
  const took = new Counter({ name: 'cards_compute_ms_total', help: 'Milliseconds spent on each card', labelNames: ['instance_id', 'card'], registers: [registry] });
  for (const [card, { succeeded, failed, totalMs }] of computedCounts()) {
    computed.inc({ instance_id, card, outcome: 'success' }, succeeded);
    computed.inc({ instance_id, card, outcome: 'failure' }, failed);
    took.inc({ instance_id, card }, totalMs);
  }
}
