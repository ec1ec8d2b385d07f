import type { Check } from '../check';
import { demand, quote } from '../demand';
import type { Reading } from '../reading';

const group = 'Stream: the pace';
/** In so many intervals, one event more or less may fall into the time that is looked at. */
const MORE_OR_LESS = 1;
const LONGEST_GAP_INTERVALS = 1.5;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** How often something comes. */
export const streamPaceChecks: readonly Check[] = [
  {
    ...{ group, id: 'pace.open', name: 'The stream stays open' },
    run({ sample: { stream } }) {
      demand(stream.endedEarly === null, `The stream ended before its time: ${stream.endedEarly}. Expected were ${stream.seconds} s.`);
      return `${stream.seconds} s`;
    },
  },
  {
    ...{ group, id: 'pace.infra', name: 'infra comes as often as it was told' },
    run: (reading) => countOf('infra events', reading.messages('infra').length, reading.sample.stream.seconds, reading.pace.intervalMs),
  },
  {
    ...{ group, id: 'pace.gaps', name: `No gap between infra events is longer than ${LONGEST_GAP_INTERVALS} intervals` },
    run(reading) {
      const most = LONGEST_GAP_INTERVALS * reading.pace.intervalMs;
      const longest = longestGap(reading);
      demand(longest <= most, `The longest time without an infra event is ${Math.round(longest)} ms. Expected were at most ${most} ms.`);
      return `longest ${Math.round(longest)} ms`;
    },
  },
  {
    ...{ group, id: 'pace.heartbeats', name: 'Heartbeats come as often as it was told' },
    run: (reading) => countOf('heartbeats', reading.heartbeats.length, reading.sample.stream.seconds, reading.pace.heartbeatMs),
  },
  {
    ...{ group, id: 'pace.heartbeat-form', name: 'A heartbeat is the line ":heartbeat " and a time in ISO 8601, UTC' },
    run({ heartbeats }) {
      demand(heartbeats.length > 0, 'No heartbeat came.');
      for (const { at, block } of heartbeats) {
        demand(INSTANT.test(at) && !Number.isNaN(Date.parse(at)), `A heartbeat names the time ${quote(at)}. Expected was one such as 2026-01-31T12:00:00.000Z.`);
        demand(block.raw === `:heartbeat ${at}\n\n`, `A heartbeat is ${quote(block.raw)}. Expected was that line alone.`);
      }
      return String(heartbeats[0]?.at);
    },
  },
  {
    ...{ group, id: 'pace.heartbeat-order', name: 'Each heartbeat is later than the one before' },
    run({ heartbeats }) {
      demand(heartbeats.length > 0, 'No heartbeat came.');
      const times = heartbeats.map(({ at }) => Date.parse(at));
      demand(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0)), 'A heartbeat names no later time than the one before. Expected were times that go on.');
      return `${times.length} in order`;
    },
  },
];

function countOf(what: string, count: number, seconds: number, everyMs: number): string {
  const due = Math.round((seconds * 1_000) / everyMs);
  const [least, most] = [due - MORE_OR_LESS, due + MORE_OR_LESS];
  demand(count >= least && count <= most, `${count} ${what} came in ${seconds} s. Expected were ${least} to ${most}.`);
  return `${count} in ${seconds} s`;
}

/** Between events, from connected to the first, and from the last to the end. */
function longestGap(reading: Reading): number {
  const { chunks, seconds } = reading.sample.stream;
  const start = chunks[0]?.atMs ?? 0;
  const times = [start, ...reading.messages('infra').map(({ block }) => block.atMs), start + seconds * 1_000];
  return Math.max(...times.map((time, index) => (index === 0 ? 0 : time - (times[index - 1] ?? 0))));
}
