import type { Check } from '../check';
import { demand, quote } from '../demand';
import { payloadOf, servicesOf, timeOf } from '../reading';
import { demandCheckedAt } from './states';

const group = 'REST instead of the stream';

/** What a screen needs that has lost the stream and asks REST instead. */
export const fallbackChecks: readonly Check[] = [
  {
    ...{ group, id: 'fallback.answers', name: 'REST answers 200 every time while the stream is open' },
    run({ sample: { polls } }) {
      demand(polls.length > 0, 'REST was never asked beside the stream.');
      const other = polls.find(({ status }) => status !== 200);
      demand(other === undefined, `REST answered ${other?.status || other?.failure} once. Expected was 200 every time.`);
      return `${polls.length} answers`;
    },
  },
  {
    ...{ group, id: 'fallback.fields', name: 'Every answer has what ages are told by: status, checked_at, and interval_ms of every service' },
    run({ sample: { polls } }) {
      demand(polls.length > 0, 'REST was never asked beside the stream.');
      for (const payload of polls.map(payloadOf)) {
        demand(typeof payload.status === 'string', `An answer has the status ${quote(payload.status)}. Expected was a text.`);
        demand(!Number.isNaN(timeOf(payload.checked_at)), `An answer has the checked_at ${quote(payload.checked_at)}. Expected was a time.`);
        for (const service of servicesOf(payload)) {
          demand(Number(service.interval_ms) > 0 && 'checked_at' in service, `The service ${quote(service.name)} has the interval_ms ${quote(service.interval_ms)} and the checked_at ${quote(service.checked_at)}. Expected were both, for its age.`);
        }
      }
      return `${polls.length} answers`;
    },
  },
  {
    ...{ group, id: 'fallback.forward', name: 'checked_at of REST moves on, and never goes back' },
    run({ sample: { polls } }) {
      const times = polls.map((answer) => demandCheckedAt(payloadOf(answer)));
      demand(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0)), 'An answer is older than the one before. Expected was none that goes back.');
      demand((times.at(-1) ?? 0) > (times[0] ?? 0), 'All answers have the same checked_at. Expected was that it moves on; does an instance look at services?');
      return `${new Set(times).size} different`;
    },
  },
];
