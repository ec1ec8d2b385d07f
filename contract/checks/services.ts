import { serviceSchema, UNKNOWN_AFTER_INTERVALS } from '@/lib/protocol/infrastructure';
import type { Check } from '../check';
import { demand, demandSchema, quote } from '../demand';
import { asLoose, serverTime, timeOf, type Loose, type Reading } from '../reading';
import { demandFresh, isKnown, naming } from './states';

const LEAST_SERVICES = 7;
const CLOCK_TOLERANCE_MS = 2_000;

/** What each field must be, in words. */
const FIELDS: Readonly<Record<keyof typeof serviceSchema.shape, string>> = {
  id: 'a text',
  key: 'a text',
  name: 'a text',
  kind: 'one of the known kinds of monitors',
  target: 'a text',
  state: 'unknown, up, warn, down, maintenance or paused',
  since: 'a time in ISO 8601 UTC, or null',
  pending: 'null, or {outcome, count, needed}',
  checked_at: 'a time in ISO 8601 UTC, or null',
  interval_ms: 'a whole number of at least 1',
  latency_ms: 'a number from 0 up, or null',
  message: 'a text, or null',
  uptime: '{d1, d30, y1}, each from 0 to 1 or null',
  uptime_from: '{d1, d30, y1}, each a time in ISO 8601 UTC or null',
  maintenance: 'null, or {id, title, until}',
  incident: 'null, or {id, number}',
};

const fieldChecks = Object.entries(FIELDS).map(([field, words]): Check => {
  const schema = serviceSchema.shape[field as keyof typeof FIELDS];
  return {
    ...{ group: 'Services: the fields', id: `service.${field.replace('_', '-')}`, name: `${field} of every service is ${words}` },
    run: every((service) => {
      demand(schema.safeParse(service[field]).success, `${naming(service)} has the ${field} ${quote(service[field])}. Expected was ${words}.`);
      demandSchema(schema, service[field], `The ${field} of ${naming(service)}`);
    }),
  };
});

const group = 'Services: what they say';

/** What the services say, each by itself and beside the others. */
export const serviceChecks: readonly Check[] = [
  ...fieldChecks,
  {
    ...{ group, id: 'services.seven', name: `At least ${LEAST_SERVICES} services are watched` },
    run(reading) {
      const count = reading.services().length;
      demand(count >= LEAST_SERVICES, `${count} services are watched. Expected were at least ${LEAST_SERVICES}.`);
      return String(count);
    },
  },
  { ...{ group, id: 'services.ids', name: 'No two services have the same id' }, run: (reading) => unique(reading, 'id') },
  { ...{ group, id: 'services.keys', name: 'No two services have the same key' }, run: (reading) => unique(reading, 'key') },
  {
    ...{ group, id: 'services.named', name: 'No service is without id, key or name' },
    run: every((service) => {
      for (const field of ['id', 'key', 'name']) demand(String(service[field] ?? '').trim() !== '', `${naming(service)} has an empty ${field}. Expected was some text.`);
    }),
  },
  {
    ...{ group, id: 'services.pending', name: 'What is pending speaks for another state, and has not reached what it takes' },
    run: every((service) => {
      const pending = asLoose(service.pending);
      if (!pending) return;
      const speaksFor = { ok: 'up', warn: 'warn', fail: 'down' }[String(pending.outcome)];
      demand(service.state !== 'paused', `${naming(service)} is paused and has something pending. Expected was null, for nobody looks at it.`);
      demand(speaksFor !== service.state, `${naming(service)} is ${quote(service.state)} and has ${quote(pending.outcome)} pending. Expected was null, for that is what it is.`);
      demand(Number(pending.count) < Number(pending.needed), `${naming(service)} has ${quote(pending.count)} of ${quote(pending.needed)} pending. Expected was another state, for that is enough.`);
    }),
  },
  {
    ...{ group, id: 'services.fresh', name: `No service is called up, warn or down when its last look is older than ${UNKNOWN_AFTER_INTERVALS} intervals` },
    run: every((service, now) => demandFresh(service, now, CLOCK_TOLERANCE_MS)),
  },
  {
    ...{ group, id: 'services.looked-at', name: 'No service is called up, warn or down that was never looked at' },
    run: every((service) => {
      demand(!isKnown(service) || typeof service.checked_at === 'string', `${naming(service)} is ${quote(service.state)} and was never looked at. Expected was unknown.`);
    }),
  },
  {
    ...{ group, id: 'services.unknown', name: 'No service is called unknown without a reason: no look, too old a look, or too few' },
    run: every((service) => {
      if (service.state !== 'unknown' || service.checked_at === null || service.pending !== null) return;
      demand(timeOf(service.since) >= timeOf(service.checked_at), `${naming(service)} is unknown, though it was looked at after that began and nothing is pending. Expected was a state.`);
    }),
  },
  {
    ...{ group, id: 'services.before-the-whole', name: 'No service was looked at after checked_at of the whole' },
    run(reading) {
      const whole = timeOf(reading.payload().checked_at);
      return every((service) => {
        if (service.checked_at === null) return;
        demand(timeOf(service.checked_at) <= whole, `${naming(service)} has the checked_at ${quote(service.checked_at)}, after that of the whole. Expected was none after ${quote(reading.payload().checked_at)}.`);
      })(reading);
    },
  },
  {
    ...{ group, id: 'services.since', name: 'No state began in the future' },
    run: every((service, now) => {
      if (service.since === null) return;
      demand(timeOf(service.since) <= now + CLOCK_TOLERANCE_MS, `${naming(service)} is ${quote(service.state)} since ${quote(service.since)}, which is still to come. Expected was a time that has been.`);
    }),
  },
  {
    ...{ group, id: 'services.maintenance', name: 'A service is in maintenance exactly while it names its maintenance' },
    run: every((service) => {
      const names = asLoose(service.maintenance) !== null;
      demand(service.state !== 'maintenance' || names, `${naming(service)} is in maintenance and names none. Expected were its title and end.`);
      demand(!names || service.state === 'maintenance' || service.state === 'paused', `${naming(service)} names a maintenance and is ${quote(service.state)}. Expected was maintenance.`);
    }),
  },
  {
    ...{ group, id: 'services.no-secrets', name: 'No target holds a user name, a password or a query' },
    run: every((service) => {
      const target = String(service.target ?? '');
      demand(!/\/\/[^/\s]*@|[^\s/@]+:[^\s/@]+@/.test(target), `The target of ${naming(service)} holds a user name or a password. Expected was an address without.`);
      demand(!/[?#]/.test(target), `The target of ${naming(service)} holds a query. Expected was an address without, for queries can hold secrets.`);
    }),
  },
];

/** A run that looks at every service of REST at the server's time. */
function every(look: (service: Loose, now: number) => void): Check['run'] {
  return (reading) => {
    const services = reading.services();
    const now = serverTime(reading.sample.rest);
    for (const service of services) look(service, now);
    return `${services.length} services`;
  };
}

function unique(reading: Reading, field: string): string {
  const values = reading.services().map((service) => service[field]);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  demand(twice === undefined, `Two services have the ${field} ${quote(twice)}. Expected was one.`);
  return `${values.length} different`;
}
