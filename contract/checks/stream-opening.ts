import type { Check } from '../check';
import { demand, demandHeader, quote } from '../demand';
import type { Reading } from '../reading';

const group = 'Stream: the opening';
const FIRST_WITHIN_MS = 2_000;
const CONTRACT_INTERVAL_MS = 2_000;
const CONTRACT_HEARTBEAT_MS = 5_000;

/** Headers of the stream, and what it begins with. */
export const streamOpeningChecks: readonly Check[] = [
  {
    ...{ group, id: 'stream.status', name: 'GET /api/infrastructure/stream answers 200' },
    run({ sample: { stream } }) {
      demand(stream.status === 200, stream.status === 0 ? `It gave no answer (${stream.endedEarly}). Expected was 200.` : `It answered ${stream.status}. Expected was 200.`);
      return '200';
    },
  },
  header('stream.content-type', 'The stream is text/event-stream', 'content-type', /^text\/event-stream\s*(;|$)/i, 'text/event-stream'),
  header('stream.no-cache', 'No cache may keep the stream (no-cache)', 'cache-control', /\bno-cache\b/i, 'no-cache'),
  header('stream.no-transform', 'Nobody on the way may change the stream (no-transform)', 'cache-control', /\bno-transform\b/i, 'no-transform'),
  header('stream.no-buffering', 'Proxies are told to hold nothing back (x-accel-buffering)', 'x-accel-buffering', /^no$/i, 'no'),
  {
    ...{ group, id: 'stream.not-encoded', name: 'The stream is not compressed, even when gzip is asked for' },
    run({ sample: { stream } }) {
      demand(stream.status === 200, 'There was no stream to look at.');
      const encoding = stream.headers['content-encoding'];
      demand(encoding === undefined || encoding === 'identity', `The content-encoding is ${quote(encoding)}. Expected was none, for compressors hold events back.`);
      return 'not compressed';
    },
  },
  {
    ...{ group, id: 'stream.connected-first', name: 'The first event is connected' },
    run({ blocks }) {
      const first = blocks.find(({ fields }) => fields.has('event'));
      demand(first !== undefined, 'No event came. Expected was connected.');
      demand(first.fields.get('event') === 'connected', `The first event is ${quote(first.fields.get('event'))}. Expected was connected.`);
      return 'connected';
    },
  },
  {
    ...{ group, id: 'stream.nothing-before', name: 'Nothing stands before connected' },
    run({ blocks, sample: { stream } }) {
      const text = stream.chunks.map((chunk) => chunk.text).join('');
      demand(blocks[0]?.fields.get('event') === 'connected' && blocks[0].comments.length === 0 && /^(event|retry):/.test(text), `The stream begins with ${quote(text.slice(0, 60))}. Expected was the event connected.`);
      return 'it is the first block';
    },
  },
  {
    ...{ group, id: 'stream.connected-once', name: 'connected comes once' },
    run(reading) {
      const { length } = reading.messages('connected');
      demand(length === 1, `connected came ${length} times. Expected was once.`);
      return 'once';
    },
  },
  {
    ...{ group, id: 'stream.connected-message', name: 'connected has a message for a person' },
    run(reading) {
      const { message } = connected(reading);
      demand(typeof message === 'string' && message.trim() !== '', `The message of connected is ${quote(message)}. Expected was a sentence.`);
      return message;
    },
  },
  {
    ...{ group, id: 'stream.connected-soon', name: `connected comes within ${FIRST_WITHIN_MS} ms` },
    run(reading) {
      connected(reading);
      const { atMs } = reading.messages('connected')[0]?.block ?? { atMs: Number.NaN };
      demand(atMs <= FIRST_WITHIN_MS, `connected came after ${Math.round(atMs)} ms. Expected were at most ${FIRST_WITHIN_MS} ms.`);
      return `after ${Math.round(atMs)} ms`;
    },
  },
  {
    ...{ group, id: 'stream.pace-told', name: 'connected tells the pace: interval_ms and heartbeat_ms' },
    run(reading) {
      const { interval_ms: interval, heartbeat_ms: heartbeat } = connected(reading);
      for (const value of [interval, heartbeat]) demand(Number.isInteger(value) && Number(value) > 0, `connected tells ${quote(interval)} and ${quote(heartbeat)} ms. Expected were whole numbers above 0.`);
      return `${interval} and ${heartbeat} ms`;
    },
  },
  {
    ...{ group, id: 'stream.pace', name: `The pace is no slower than ${CONTRACT_INTERVAL_MS} ms, with a heartbeat every ${CONTRACT_HEARTBEAT_MS} ms` },
    run({ pace: { intervalMs, heartbeatMs } }) {
      demand(intervalMs <= CONTRACT_INTERVAL_MS, `The state is pushed every ${intervalMs} ms. Expected was every ${CONTRACT_INTERVAL_MS} ms; see INFRA_INTERVAL_MS.`);
      demand(heartbeatMs <= CONTRACT_HEARTBEAT_MS, `A heartbeat is sent every ${heartbeatMs} ms. Expected was every ${CONTRACT_HEARTBEAT_MS} ms; see SSE_HEARTBEAT_MS.`);
      return `${intervalMs} and ${heartbeatMs} ms`;
    },
  },
];

function header(id: string, name: string, field: string, fits: RegExp, wanted: string): Check {
  return { group, id, name, run: ({ sample: { stream } }) => demandHeader(stream.headers, { field, fits, wanted }) };
}

function connected(reading: Reading) {
  const data = reading.messages('connected')[0]?.data;
  demand(Boolean(data), 'No event connected with data came.');
  return data ?? {};
}
