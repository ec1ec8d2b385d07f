import { parseJson } from '@/lib/core/parse-json';
import { infraHistorySchema, type InfraHistory } from '@/lib/protocol/monitor';
import type { Check } from '../check';
import { demand, demandHeader, demandSchema, JSON_TYPE, NO_STORE, quote } from '../demand';
import { serverTime } from '../reading';
import type { Answer } from '../sample';

const group = 'REST: the history';
const SLICES = 48;
const DAY_MS = 86_400_000;

/** `GET /api/infrastructure/history`. */
export const historyChecks: readonly Check[] = [
  {
    ...{ group, id: 'history.exists', name: 'GET /api/infrastructure/history answers 200, as JSON that no cache keeps' },
    run({ sample: { history } }) {
      demand(history.status === 200, `It answered ${history.status || history.failure}. Expected was 200.`);
      demandHeader(history.headers, JSON_TYPE);
      demandHeader(history.headers, NO_STORE);
      return '200';
    },
  },
  {
    ...{ group, id: 'history.schema', name: 'The history is exactly what the protocol describes' },
    run({ sample: { history } }) {
      demandSchema(infraHistorySchema, parseJson(history.text), 'The history');
      return 'every field fits';
    },
  },
  {
    ...{ group, id: 'history.slices', name: `Every service has ${SLICES} slices, together a day` },
    run({ sample }) {
      const { sliceMs, items } = historyOf(sample.history);
      demand(sliceMs * SLICES === DAY_MS, `A slice lasts ${sliceMs} ms. Expected were ${DAY_MS / SLICES}.`);
      for (const { id, slices } of items) demand(slices.length === SLICES, `The service ${quote(id)} has ${slices.length} slices. Expected were ${SLICES}.`);
      return `${items.length} services`;
    },
  },
  {
    ...{ group, id: 'history.order', name: 'Slices follow each other without a gap, and the last one is now' },
    run({ sample }) {
      const { sliceMs, items } = historyOf(sample.history);
      for (const { id, slices } of items) {
        const starts = slices.map(({ from }) => Date.parse(from));
        demand(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) === sliceMs), `The slices of the service ${quote(id)} do not follow each other. Expected was one every ${sliceMs} ms.`);
        const age = serverTime(sample.history) - (starts.at(-1) ?? 0);
        // The history is computed every ten seconds and may be from before the end of a slice.
        demand(age >= -2_000 && age < sliceMs + 15_000, `The last slice of the service ${quote(id)} began ${age} ms ago. Expected was one that holds this moment.`);
      }
      return 'without a gap';
    },
  },
  {
    ...{ group, id: 'history.latencies', name: 'Latencies are in the order of their times' },
    run({ sample }) {
      for (const { id, latencies } of historyOf(sample.history).items) {
        demand(latencies.every(({ at }, index) => index === 0 || at >= (latencies[index - 1]?.at ?? '')), `The latencies of the service ${quote(id)} are not in order. Expected was the oldest first.`);
      }
      return 'oldest first';
    },
  },
  {
    ...{ group, id: 'history.services', name: 'The history has the same services as the payload' },
    run(reading) {
      const [inHistory, inPayload] = [historyOf(reading.sample.history).items, reading.services()].map((list) => list.map(({ id }) => String(id)).sort());
      demand(inHistory?.join() === inPayload?.join(), 'The history has other services than the payload. Expected were the same.');
      return `${inHistory?.length} services`;
    },
  },
];

function historyOf(answer: Answer): InfraHistory {
  const parsed = infraHistorySchema.safeParse(parseJson(answer.text));
  demand(parsed.success, 'The history does not fit its schema, so there is nothing to look at.');
  demand(parsed.data.items.length > 0, 'The history holds no service. Expected were those of the payload.');
  return parsed.data;
}
