import { createParser } from 'eventsource-parser';
import { infrastructureSchema, UNKNOWN_AFTER_INTERVALS } from '@/lib/protocol/infrastructure';
import { instant } from '@/lib/protocol/instant';
import type { Check } from '../check';
import { demand, demandSchema, quote } from '../demand';
import { publishedSchema } from '../published-schema';
import { servicesOf, timeOf, type Reading } from '../reading';
import { demandCheckedAt, demandFresh, worst } from './states';

const group = 'Stream: the content';

/** What comes, byte by byte and payload by payload. */
export const streamContentChecks: readonly Check[] = [
  {
    ...{ group, id: 'content.line-ends', name: 'Lines end with LF alone, and no byte order mark stands in the stream' },
    run({ sample: { stream } }) {
      const text = stream.chunks.map((chunk) => chunk.text).join('');
      demand(text !== '', 'Nothing came.');
      demand(!text.includes('\r'), 'The stream holds a carriage return. Expected was LF alone.');
      demand(!text.includes('\ufeff'), 'The stream holds a byte order mark. Expected was none.');
      return 'LF alone';
    },
  },
  {
    ...{ group, id: 'content.known', name: 'Nothing comes but connected, infra and heartbeats' },
    run({ blocks }) {
      const other = blocks.find(({ fields, comments }) => {
        const type = fields.get('event');
        return type === undefined ? !comments.some((line) => line.startsWith(':heartbeat ')) : type !== 'connected' && type !== 'infra';
      });
      demand(other === undefined, `The stream holds ${quote(other?.raw)}. Expected were connected, infra and heartbeats.`);
      return `${blocks.length} blocks`;
    },
  },
  {
    ...{ group, id: 'content.standard-reader', name: 'A standard reader of server-sent events hears the same' },
    run({ blocks, sample: { stream } }) {
      const heard: string[] = [];
      const parser = createParser({ onEvent: ({ event, data, id }) => heard.push(JSON.stringify([event, data, id])) });
      parser.feed(stream.chunks.map((chunk) => chunk.text).join(''));
      const read = blocks.filter(({ fields }) => fields.has('event')).map(({ fields }) => JSON.stringify([fields.get('event'), fields.get('data'), fields.get('id')]));
      demand(heard.length > 0, 'A standard reader hears no event.');
      demand(heard.join() === read.join(), `A standard reader hears ${heard.length} events, otherwise than the ${read.length} that stand there. Expected were the same; fields that come twice in one event are a cause.`);
      return `${heard.length} events`;
    },
  },
  {
    ...{ group, id: 'content.envelope', name: 'The data of every event is {type, data, timestamp}, and type is the name of the event' },
    run: everyEvent((envelope, name) => {
      const keys = Object.keys(envelope).sort().join(', ');
      demand(keys === 'data, timestamp, type', `An event ${name} has data with ${quote(keys)}. Expected were type, data and timestamp.`);
      demand(envelope.type === name, `An event ${name} says that it is ${quote(envelope.type)}. Expected was ${name}.`);
    }),
  },
  {
    ...{ group, id: 'content.timestamp', name: 'The timestamp of every event is a time in ISO 8601, UTC' },
    run: everyEvent((envelope, name) => {
      demand(instant.safeParse(envelope.timestamp).success, `An event ${name} has the timestamp ${quote(envelope.timestamp)}. Expected was a time such as 2026-01-31T12:00:00.000Z.`);
    }),
  },
  {
    ...{ group, id: 'content.schema', name: 'Every payload is exactly what the protocol describes' },
    run: everyPayload((payload) => demandSchema(infrastructureSchema, payload, 'A payload of the stream')),
  },
  {
    ...{ group, id: 'content.json-schema', name: 'Every payload is valid by the published JSON Schema' },
    run: everyPayload((payload) => demandSchema(publishedSchema, payload, 'A payload of the stream')),
  },
  {
    ...{ group, id: 'content.status', name: 'The status of every payload is that of its worst service' },
    run: everyPayload((payload) => {
      const wanted = worst(servicesOf(payload));
      demand(payload.status === wanted, `A payload has the status ${quote(payload.status)}. Expected was ${quote(wanted)}, for that is the worst among its services.`);
    }),
  },
  {
    ...{ group, id: 'content.fresh', name: `No payload calls a service up, warn or down by a look older than ${UNKNOWN_AFTER_INTERVALS} intervals` },
    run: everyPayload((payload, sentAt) => {
      for (const service of servicesOf(payload)) demandFresh(service, sentAt, 1_000);
    }),
  },
  {
    ...{ group, id: 'content.forward', name: 'checked_at never goes back' },
    run(reading) {
      const times = checkedTimes(reading);
      demand(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0)), 'A payload is older than the one before. Expected was none that goes back.');
      return `${times.length} payloads`;
    },
  },
  {
    ...{ group, id: 'content.moves', name: 'checked_at moves on: somebody looks' },
    run(reading) {
      const different = new Set(checkedTimes(reading)).size;
      const least = Math.ceil(reading.pushed().length / 2);
      demand(different >= least, `The payloads have ${different} different checked_at. Expected were at least ${least}; does an instance look at services?`);
      return `${different} different`;
    },
  },
  {
    ...{ group, id: 'content.id', name: 'The id of every infra event is its checked_at in milliseconds' },
    run(reading) {
      for (const { payload, message } of reading.pushed()) {
        const wanted = String(demandCheckedAt(payload));
        demand(message.block.fields.get('id') === wanted, `An infra event has the id ${quote(message.block.fields.get('id'))}. Expected was ${quote(wanted)}.`);
      }
      return 'each its own time';
    },
  },
];

function everyEvent(look: (envelope: Readonly<Record<string, unknown>>, name: string) => void): Check['run'] {
  return (reading) => {
    const all = ['connected', 'infra'].flatMap((name) => reading.messages(name).map((message) => ({ name, message })));
    demand(all.length > 0, 'No event came.');
    for (const { name, message } of all) {
      demand(message.envelope !== null, `An event ${name} has the data ${quote(message.block.fields.get('data'))}. Expected was a JSON object.`);
      look(message.envelope ?? {}, name);
    }
    return `${all.length} events`;
  };
}

function everyPayload(look: (payload: Readonly<Record<string, unknown>>, sentAt: number) => void): Check['run'] {
  return (reading) => {
    const pushed = reading.pushed();
    for (const { payload, message } of pushed) look(payload, timeOf(message.envelope?.timestamp));
    return `${pushed.length} payloads`;
  };
}

function checkedTimes(reading: Reading): number[] {
  return reading.pushed().map(({ payload }) => demandCheckedAt(payload));
}
