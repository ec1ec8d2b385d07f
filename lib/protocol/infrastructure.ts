import { z } from 'zod';
import { instant } from './instant';
import { MONITOR_KINDS } from './monitor-kind';

/**
 * The state of everything that is watched, as `GET /api/infrastructure`, its stream and the event `infra` give it.
 * Names are in snake case: programs outside Watchroom read this. Published as public/schemas/infrastructure.v1.json.
 */
export const INFRA_SCHEMA_VERSION = 1;
/** So many intervals without a sample, and nothing is known any more. */
export const UNKNOWN_AFTER_INTERVALS = 3;

export const SERVICE_STATES = ['unknown', 'up', 'warn', 'down', 'maintenance', 'paused'] as const;
export const serviceStateSchema = z.enum(SERVICE_STATES);
export type ServiceState = z.infer<typeof serviceStateSchema>;

/** What one look at a service found. `warn`: it works, but slowly or not for much longer. */
export const outcomeSchema = z.enum(['ok', 'warn', 'fail']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Samples that speak for another state, and how many of them it takes. */
export const pendingSchema = z.object({ outcome: outcomeSchema, count: z.int().min(1), needed: z.int().min(1) });
export type Pending = z.infer<typeof pendingSchema>;

/** Share of the time, 0 to 1, in which a service was up, of that in which it was known and not in maintenance; null where nothing is known. */
const share = z.number().min(0).max(1).nullable();

/** One watched service. */
export const serviceSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(MONITOR_KINDS),
  /** What is looked at, for people; never a secret. */
  target: z.string(),
  state: serviceStateSchema,
  since: instant.nullable(),
  pending: pendingSchema.nullable(),
  /** The last sample; null before the first. */
  checked_at: instant.nullable(),
  interval_ms: z.int().min(1),
  latency_ms: z.number().min(0).nullable(),
  /** What the last sample found, in words; null when it was well. */
  message: z.string().nullable(),
  uptime: z.object({ d1: share, d30: share, y1: share }),
  /** The first look that each share counts, where its time was not measured from the beginning; null: all of it was, or nothing. */
  uptime_from: z.object({ d1: instant.nullable(), d30: instant.nullable(), y1: instant.nullable() }),
  maintenance: z.object({ id: z.string(), title: z.string(), until: instant }).nullable(),
  incident: z.object({ id: z.string(), number: z.string() }).nullable(),
});
export type Service = z.infer<typeof serviceSchema>;

export const infrastructureStatusSchema = z.enum(['up', 'warn', 'down', 'unknown', 'maintenance']);
export type InfrastructureStatus = z.infer<typeof infrastructureStatusSchema>;

/** The whole. `checked_at`: when the collector last looked; null when it never did. */
export const infrastructureSchema = z.object({
  success: z.literal(true),
  schema_version: z.literal(INFRA_SCHEMA_VERSION),
  status: infrastructureStatusSchema,
  checked_at: instant.nullable(),
  services: z.array(serviceSchema),
});
export type Infrastructure = z.infer<typeof infrastructureSchema>;

/** What changes from one look to the next, without what stays: a sign that somebody still looks. */
export const infraTickSchema = z.object({
  checked_at: instant,
  services: z.array(serviceSchema.pick({ id: true, state: true, since: true, pending: true, checked_at: true, latency_ms: true, message: true })),
});
export type InfraTick = z.infer<typeof infraTickSchema>;

/** The one builder of the payload: whatever the services say of themselves, one without a fresh sample is unknown. */
export function buildInfrastructurePayload(services: readonly Service[], checkedAt: Date | null, now: Date): Infrastructure {
  const aged = services.map((service) => aged1(service, now.getTime()));
  return { success: true, schema_version: INFRA_SCHEMA_VERSION, status: overall(aged), checked_at: checkedAt?.toISOString() ?? null, services: aged };
}

/** The payload as it must be read now, however long ago it was made. */
export function ageInfrastructure(payload: Infrastructure, now: Date): Infrastructure {
  return buildInfrastructurePayload(payload.services, payload.checked_at === null ? null : new Date(payload.checked_at), now);
}

/** The payload after a tick; one that is older than the payload changes nothing. */
export function applyTick(payload: Infrastructure, tick: InfraTick): Infrastructure {
  if (payload.checked_at !== null && Date.parse(tick.checked_at) <= Date.parse(payload.checked_at)) return payload;
  const told = new Map(tick.services.map((service) => [service.id, service]));
  const services = payload.services.map((service) => ({ ...service, ...told.get(service.id) }));
  return { ...payload, status: overall(services), checked_at: tick.checked_at, services };
}

/** What a tick tells of a payload. */
export function tickOf({ services }: Infrastructure, checkedAt: Date): InfraTick {
  return {
    checked_at: checkedAt.toISOString(),
    services: services.map(({ id, state, since, pending, checked_at, latency_ms, message }) => ({ id, state, since, pending, checked_at, latency_ms, message })),
  };
}

/** When a service stops being known unless another sample comes, milliseconds since the epoch; null when it is not known now. */
export function knownUntil({ state, checked_at, interval_ms }: Pick<Service, 'state' | 'checked_at' | 'interval_ms'>): number | null {
  if (state !== 'up' && state !== 'warn' && state !== 'down') return null;
  return checked_at === null ? 0 : Date.parse(checked_at) + UNKNOWN_AFTER_INTERVALS * interval_ms;
}

function aged1(service: Service, now: number): Service {
  const until = knownUntil(service);
  if (until === null || now < until) return service;
  const since = service.checked_at === null ? service.since : new Date(until).toISOString();
  return { ...service, state: 'unknown', since, pending: null, message: `No sample for ${UNKNOWN_AFTER_INTERVALS} intervals: nobody knows.` };
}

/** The worst there is; unknown is worse than up, for nobody may take it for green. */
function overall(services: readonly Service[]): InfrastructureStatus {
  const states = new Set(services.map(({ state }) => state));
  for (const state of ['down', 'warn', 'unknown', 'up'] as const) if (states.has(state)) return state;
  return states.has('maintenance') ? 'maintenance' : 'unknown';
}
