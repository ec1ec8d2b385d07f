import { INFRA_SCHEMA_VERSION, UNKNOWN_AFTER_INTERVALS } from '@/lib/protocol/infrastructure';
import { instant } from '@/lib/protocol/instant';
import type { Check } from '../check';
import { demand, quote } from '../demand';
import { serverTime, timeOf } from '../reading';
import { worst } from './states';

const group = 'Payload: the whole';
/** The server tells its clock in whole seconds. */
const SERVER_SECOND_MS = 1_000;
const CLOCK_TOLERANCE_MS = 2_000;

/** What the payload says of everything together. */
export const payloadChecks: readonly Check[] = [
  {
    ...{ group, id: 'payload.success', name: 'success is true' },
    run(reading) {
      const { success } = reading.payload();
      demand(success === true, `success is ${quote(success)}. Expected was true.`);
      return 'true';
    },
  },
  {
    ...{ group, id: 'payload.schema-version', name: `schema_version is ${INFRA_SCHEMA_VERSION}` },
    run(reading) {
      const { schema_version: version } = reading.payload();
      demand(version === INFRA_SCHEMA_VERSION, `schema_version is ${quote(version)}. Expected was ${INFRA_SCHEMA_VERSION}.`);
      return String(version);
    },
  },
  {
    ...{ group, id: 'payload.status', name: 'The status is that of the worst service' },
    run(reading) {
      const { status } = reading.payload();
      const wanted = worst(reading.services());
      demand(status === wanted, `The status is ${quote(status)}. Expected was ${quote(wanted)}, for that is the worst among the services.`);
      return wanted;
    },
  },
  {
    ...{ group, id: 'payload.checked-at', name: 'checked_at is a time in ISO 8601, UTC' },
    run(reading) {
      const { checked_at: at } = reading.payload();
      demand(instant.safeParse(at).success, `checked_at is ${quote(at)}. Expected was a time such as 2026-01-31T12:00:00.000Z; null means that nobody ever looked.`);
      return String(at);
    },
  },
  {
    ...{ group, id: 'payload.recent', name: `The last look is no older than ${UNKNOWN_AFTER_INTERVALS} intervals` },
    run(reading) {
      const at = timeOf(reading.payload().checked_at);
      demand(!Number.isNaN(at), 'There is no last look. Expected was one; does an instance look at services at all?');
      const age = serverTime(reading.sample.rest) - at;
      const most = UNKNOWN_AFTER_INTERVALS * reading.pace.intervalMs;
      demand(age <= most + CLOCK_TOLERANCE_MS, `The last look is ${Math.round(age)} ms old. Expected were at most ${most} ms; does an instance look at services at all?`);
      demand(age >= -CLOCK_TOLERANCE_MS, `The last look is ${Math.round(-age)} ms in the future. Expected was one that has been.`);
      return `at most ${Math.max(0, age) + SERVER_SECOND_MS} ms old`;
    },
  },
];
