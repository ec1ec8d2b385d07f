import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { residentBytes } from '@/bench/process-stats';
import { createEventLog, toOutgoing, type EventLog } from '@/lib/realtime/event-log';
import { createRedis } from '@/lib/realtime/redis';
import { eventually } from '../eventually';
import { fetchAs } from '../fetch-as';
import { openPausedReader, type PausedReader } from '../paused-reader';
import { person, type Person } from '../person';
import { recordConnection, stopConnections, type RecordedConnection } from '../record-connection';
import type { Block, EventBlock } from '../strict-sse-parser';
import { useBoard } from '../use-board';

const EVENTS = 1_000;
const EVENT_BYTES = 20_000;
const BATCH = 10;
const FAST = 5;
// Unbounded, these would hold forty times twenty megabytes.
const SLOW = 40;
const MOST_GROWTH_BYTES = 300 * 1_024 * 1_024;
const MOST_P99_MS = 5_000;
// A reader that takes nothing is given up after 15 s.
const GIVEN_UP_MS = 40_000;

describe('clients that stop reading under a burst of twenty megabytes', () => {
  const board = useBoard({ env: { SSE_HEARTBEAT_MS: '2000' } });
  let who: Person;
  let log: EventLog;
  let slow: PausedReader[] = [];
  beforeAll(async () => {
    who = await person(board().app.url, 'dispatcher1');
    const redis = createRedis({ redisUrl: board().redis.url, redisToken: board().redis.token, timeoutMs: 20_000 });
    log = createEventLog(redis, EVENTS * 4);
  });
  afterEach(() => {
    stopConnections();
    for (const reader of slow) reader.stop();
  });

  const position = async () => ((await who.get('/api/snapshot')).json() as { cursor: string }).cursor;
  const connect = (cursor: string) => recordConnection(fetchAs(who.cookie, () => board().app.url), cursor);

  it('are ended as slow and lose nothing; the memory stays bounded, and those who read get everything in order and soon [RT11]', async () => {
    const alone = await position();
    const readers = Array.from({ length: FAST }, () => connect(alone));
    await Promise.all(readers.map((client) => client.untilState('live')));
    const undisturbed = await burst(log, 'undisturbed');
    await Promise.all(readers.map((client) => client.untilWord(undisturbed.at(-1) ?? '', GIVEN_UP_MS)));
    const undisturbedP99Ms = p99(readers.flatMap(latencies));
    stopConnections();

    const start = await position();
    const fast = Array.from({ length: FAST }, () => connect(start));
    await Promise.all(fast.map((client) => client.untilState('live')));
    slow = await Promise.all(Array.from({ length: SLOW }, () => openPausedReader(board().app.url, who.cookie, start)));
    const before = residentBytes(board().app.pid());
    const sent = await burst(log, 'beside slow ones');
    const last = sent.at(-1) ?? '';
    await Promise.all(fast.map((client) => client.untilWord(last, GIVEN_UP_MS)));
    const growth = residentBytes(board().app.pid()) - before;
    for (const client of fast) {
      expect(client.words()).toEqual(sent);
      expect(client.of('reset')).toEqual([]);
    }
    const p99Ms = p99(fast.flatMap(latencies));

    await eventually('the slow readers to be given up', () => closedAsSlow(board().app.output()) >= SLOW, GIVEN_UP_MS);
    const ends = await Promise.all(slow.slice(0, 3).map((reader) => reader.readToEnd()));
    for (const blocks of ends) {
      expect(blocks.at(-1)).toMatchObject({ kind: 'frame', type: 'error', data: { code: 'slow' } });
      const heard = labelsOf(blocks);
      expect(heard).toEqual(sent.slice(0, heard.length));
      expect(heard.length).toBeLessThan(EVENTS);
      const resumed = connect(lastCursor(blocks, start));
      await resumed.until('the rest or a reset', () => resumed.words().at(-1) === last || resumed.of('reset').length > 0);
      if (resumed.of('reset').length === 0) expect([...heard, ...resumed.words()]).toEqual(sent);
      resumed.connection.stop();
    }
    const figures = `p99 ${p99Ms} ms (${undisturbedP99Ms} ms without slow readers), memory +${Math.round(growth / 1_048_576)} MB`;
    expect(growth, figures).toBeLessThan(MOST_GROWTH_BYTES);
    expect(p99Ms, figures).toBeLessThan(Math.max(MOST_P99_MS, 10 * undisturbedP99Ms));
  });

  it('with a cursor too far back for the memory of the server: told to start over, and hear what follows [RT5]', async () => {
    const start = await position();
    const sent = await burst(log, 'too much to repeat');
    const late = connect(start);
    await late.until('a reset', () => late.of('reset').length > 0);
    await who.broadcast('after the reset');
    await late.untilWord('after the reset');
    // The hub may still be reading the burst when the client comes: it then starts over where the hub is, and hears the rest.
    const heard = late.words();
    expect(heard).toEqual([...sent, 'after the reset'].slice(-heard.length));
    expect(heard.length).toBeLessThanOrEqual(EVENTS);
    expect(late.of('reset')).toHaveLength(1);
  });
});

/** Appends past the application, which would not take labels of this size. Gives them in order. */
async function burst(log: EventLog, name: string): Promise<string[]> {
  const labels = Array.from({ length: EVENTS }, (_, index) => `${name} ${index} ${'x'.repeat(EVENT_BYTES)}`);
  for (let from = 0; from < labels.length; from += BATCH) {
    const sentAt = new Date().toISOString();
    const events = labels.slice(from, from + BATCH).map((label) => {
      const id = crypto.randomUUID();
      return toOutgoing({ id, type: 'test.broadcast', timestamp: sentAt, data: { id, label, sentAt, sentBy: 'The test' } }, [{ permission: 'board.read' }]);
    });
    await log.append(events);
  }
  return labels;
}

function latencies(client: RecordedConnection): number[] {
  return client.of('event').map(({ event, atMs }) => atMs - Date.parse(event.timestamp));
}

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

function closedAsSlow(output: string): number {
  return output.split('\n').filter((line) => line.includes('closed') && line.includes('slow')).length;
}

function labelsOf(blocks: readonly Block[]): string[] {
  return blocks.filter((block): block is EventBlock => block.kind === 'event').map((event) => (event.data as { label: string }).label);
}

function lastCursor(blocks: readonly Block[], start: string): string {
  return blocks.findLast((block): block is EventBlock => block.kind === 'event')?.id ?? start;
}
