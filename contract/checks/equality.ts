import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '@/lib/core/parse-json';
import { ageInfrastructure, infrastructureSchema } from '@/lib/protocol/infrastructure';
import type { Check } from '../check';
import { demand, quote } from '../demand';
import { asLoose, serverTime, servicesOf, timeOf, type Loose, type Reading } from '../reading';

const group = 'Stream and REST are one';

/** Stream and REST say the same. */
export const equalityChecks: readonly Check[] = [
  {
    ...{ group, id: 'equality.same-look', name: 'Stream and REST tell of the same looks' },
    run(reading) {
      const { length } = pairs(reading);
      demand(length > 0, `None of ${reading.sample.polls.length} answers of REST has the checked_at of an infra event. Expected were some, for both tell of the same looks.`);
      return `${length} answers`;
    },
  },
  {
    ...{ group, id: 'equality.services', name: 'Of the same look, stream and REST give the same services' },
    run: everyPair((pushed, polled) => {
      const others = servicesOf(polled);
      for (const [index, service] of servicesOf(pushed).entries()) {
        demand(isDeepStrictEqual(service, others[index]), `At ${quote(pushed.checked_at)} the stream says ${quote(service)}, REST ${quote(others[index])}. Expected was the same.`);
      }
      demand(servicesOf(pushed).length === others.length, `At ${quote(pushed.checked_at)} the stream has ${servicesOf(pushed).length} services, REST ${others.length}. Expected was the same.`);
    }),
  },
  {
    ...{ group, id: 'equality.whole', name: 'Of the same look, stream and REST give the same of everything else' },
    run: everyPair((pushed, polled) => {
      const [left, right] = [pushed, polled].map((payload) => ({ ...payload, services: null }));
      demand(isDeepStrictEqual(left, right), `At ${quote(pushed.checked_at)} the stream says ${quote(left)}, REST ${quote(right)}. Expected was the same.`);
    }),
  },
];

function everyPair(look: (pushed: Loose, polled: Loose) => void): Check['run'] {
  return (reading) => {
    const all = pairs(reading);
    demand(all.length > 0, 'No two of the same look were seen, so nothing can be compared.');
    for (const { pushed, polled } of all) look(pushed, polled);
    return `${all.length} compared`;
  };
}

/** Answers of REST with the event of the same look. A service can turn unknown by age alone between the two, so both are read at the later time. */
function pairs({ sample, messages }: Reading): { pushed: Loose; polled: Loose }[] {
  return sample.polls.flatMap((answer) => {
    const polled = asLoose(parseJson(answer.text));
    const event = messages('infra').find(({ data }) => data && data.checked_at !== null && data.checked_at === polled?.checked_at);
    if (!polled || !event?.data) return [];
    const later = new Date(Math.max(serverTime(answer) + 1_000, timeOf(event.envelope?.timestamp) || 0));
    return [{ pushed: aged(event.data, later), polled: aged(polled, later) }];
  });
}

function aged(payload: Loose, at: Date): Loose {
  const parsed = infrastructureSchema.safeParse(payload);
  // Fields that the schema does not name are kept: they are to be compared, too.
  return parsed.success ? { ...payload, ...ageInfrastructure(parsed.data, at) } : payload;
}
