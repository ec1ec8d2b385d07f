import 'server-only';
import { Counter, Gauge, Registry } from 'prom-client';
import { readHubs, type HubStats } from '@/lib/realtime/hub-stats';
import { db } from '@/lib/server/db/client';
import { serverRedis } from '@/lib/server/relay/log';
import { readInfrastructure } from '../infrastructure/read';
import { addComputations } from './computations';

const GAUGES = {
  sse_connections_active: ['Streams open now', (hub: HubStats) => hub.connections],
  sse_log_readable: ['1 while the event log can be read', (hub: HubStats) => Number(hub.logReadable)],
  sse_doorbell_up: ['1 while the doorbell is subscribed', (hub: HubStats) => Number(hub.doorbellUp)],
} as const;

const COUNTERS = {
  sse_connections_opened_total: ['Streams opened', (hub: HubStats) => hub.opened],
  sse_events_sent: ['Events handed to clients, one for each client', (hub: HubStats) => hub.eventsSent],
  sse_ticks_sent_total: ['Ticks handed to clients, one for each client', (hub: HubStats) => hub.ticksSent],
  sse_log_reads_total: ['Reads of the event log', (hub: HubStats) => hub.logReads],
  sse_doorbell_losses_total: ['Times the subscription of the doorbell ended', (hub: HubStats) => hub.doorbellLosses],
  sse_doorbell_deaf_total: ['Times events were found although the doorbell had not rung', (hub: HubStats) => hub.deafDoorbells],
  sse_slow_closed_total: ['Streams ended because their reader did not keep up', (hub: HubStats) => hub.slowClosed],
} as const;

/** All figures in the Prometheus text format. A part that is down is left out rather than reported as zero. */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const registry = new Registry();
  const [hubs, waiting, infrastructure] = await Promise.all([
    readHubs(serverRedis()).catch(() => new Map<string, HubStats>()),
    db().outboxEvent.count({ where: { sentAt: null } }).catch(() => null),
    readInfrastructure().catch(() => null),
  ]);
  const labelNames = ['instance_id', 'hub'];
  for (const [name, [help, read]] of Object.entries(GAUGES)) {
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const [key, hub] of hubs) gauge.set(labelsOf(key), read(hub));
  }
  for (const [name, [help, read]] of Object.entries(COUNTERS)) {
    const counter = new Counter({ name, help, labelNames, registers: [registry] });
    for (const [key, hub] of hubs) counter.inc(labelsOf(key), read(hub));
  }
  const outbox = new Gauge({ name: 'outbox_waiting', help: 'Committed events that wait for the log', registers: [registry] });
  if (waiting === null) registry.removeSingleMetric('outbox_waiting');
  else outbox.set(waiting);
  const state = new Gauge({ name: 'service_state', help: '1 for the state that each watched service is in', labelNames: ['service', 'state'], registers: [registry] });
  const latency = new Gauge({ name: 'service_latency_ms', help: 'How long the last answer of each watched service took', labelNames: ['service'], registers: [registry] });
  for (const service of infrastructure?.services ?? []) {
    state.set({ service: service.key, state: service.state }, 1);
    if (service.latency_ms !== null) latency.set({ service: service.key }, service.latency_ms);
  }
  addComputations(registry);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** A hub reports as `<instance>:<name>`: an instance has one for the board and one for rooms. */
function labelsOf(key: string): { instance_id: string; hub: string } {
  const [instance_id = '', hub = ''] = key.split(':');
  return { instance_id, hub };
}
