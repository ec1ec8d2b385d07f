import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchAs } from '../fetch-as';
import { countLogReads } from '../log-commands';
import { people, type Person, type Polled } from '../person';
import { recordConnection, stopConnections, type RecordedConnection } from '../record-connection';
import { sized } from '../sized';
import { lacksRedisServer, useDurableBoard } from '../use-board';

const CLIENTS = sized(1_000, 100);
const POLLS = sized(200, 40);
const MISSED = sized(40, 20);
const OPEN_MS = 90_000;
// For the missed stretch.
const HANDFUL = 20;
// What the clock causes while they come, be they one or a thousand: safety reads, the relay's looks, tries to reach a busy Redis.
const READS_PER_SECOND = 4;
// One read serves all who poll within so long.
const POLL_READS_PER_SECOND = 20;
const NAMES = ['dispatcher1', 'dispatcher2', 'dispatcher3', 'dispatcher4'];

// Only a real Redis counts its commands.
describe.skipIf(lacksRedisServer())(`${CLIENTS} clients that come back at once`, () => {
  const { board, redisServer } = useDurableBoard({ env: { SSE_HEARTBEAT_MS: '5000' } });
  let who: Person;
  let crowd: Person[];
  beforeAll(async () => {
    [who, ...crowd] = (await people(board().app.url, 'supervisor', ...NAMES)) as [Person, ...Person[]];
  });
  afterEach(stopConnections);

  const position = async () => ((await who.get('/api/snapshot')).json() as { cursor: string }).cursor;
  const reads = () => countLogReads(redisServer().url.href);
  /** How many reads of the log `work` causes beyond those of the clock. */
  async function readsOf(work: () => Promise<unknown>, perSecond = READS_PER_SECOND): Promise<number> {
    const before = await reads();
    const startedAt = performance.now();
    await work();
    return (await reads()) - before - ((performance.now() - startedAt) / 1_000) * perSecond;
  }
  const labels = (name: string) => Array.from({ length: MISSED }, (_, index) => `${name} ${index}`);
  const times = <T>(count: number, start: (one: Person) => T) => Array.from({ length: count / crowd.length }, () => crowd.map(start)).flat();
  const begin = (cursor: string) => times(CLIENTS, ({ cookie }) => recordConnection(fetchAs(cookie, () => board().app.url), cursor));
  const caughtUp = (clients: readonly RecordedConnection[], last: string) => Promise.all(clients.map((client) => client.untilWord(last, OPEN_MS)));

  it('each with a place in what the server has in memory: all get what they missed, for a handful of reads of the log [RT10]', async () => {
    const cursor = await position();
    const keepsAwake = await who.stream();
    const sent = labels('warm');
    for (const label of sent) await who.broadcast(label);
    await keepsAwake.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === sent.at(-1));
    let clients: RecordedConnection[] = [];
    const count = await readsOf(() => caughtUp((clients = begin(cursor)), sent.at(-1) ?? ''));
    expect(clients).toHaveLength(CLIENTS);
    expect(count).toBeLessThan(HANDFUL);
    for (const client of clients) expect(client.words()).toEqual(sent);
    await keepsAwake.close();
  });

  it('to a server that has just begun and knows nothing yet: as well', async () => {
    const cursor = await position();
    const sent = labels('cold');
    for (const label of sent) await who.broadcast(label);
    await board().app.restart();
    let clients: RecordedConnection[] = [];
    const count = await readsOf(() => caughtUp((clients = begin(cursor)), sent.at(-1) ?? ''));
    expect(clients).toHaveLength(CLIENTS);
    expect(count).toBeLessThan(HANDFUL);
    for (const client of clients) {
      expect(client.words()).toEqual(sent);
      expect(client.of('reset')).toEqual([]);
    }
  });

  it(`by ${POLLS} polls: as well`, async () => {
    const cursor = await position();
    const sent = labels('polled');
    for (const label of sent) await who.broadcast(label);
    let polls: Polled[] = [];
    const count = await readsOf(async () => (polls = await Promise.all(times(POLLS, (one) => one.poll(cursor)))), POLL_READS_PER_SECOND);
    expect(polls).toHaveLength(POLLS);
    expect(count).toBeLessThan(HANDFUL);
    for (const { events } of polls) expect(events.map((event) => (event.data as { label: string }).label)).toEqual(sent);
  });
});
