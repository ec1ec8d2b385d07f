import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchAs } from '../fetch-as';
import { countLogReads } from '../log-commands';
import { person, type Person } from '../person';
import { recordConnection, stopConnections, type RecordedConnection } from '../record-connection';
import { lacksRedisServer, useDurableBoard } from '../use-board';

const CLIENTS = 300;
const MISSED = 40;
const OPEN_MS = 60_000;
// Some for the missed stretch, some for what goes on anyway while they come: the safety read, the relay's look.
const MOST_READS = CLIENTS / 10;

// Only a real Redis counts its commands.
describe.skipIf(lacksRedisServer())(`${CLIENTS} clients that come back at once`, () => {
  const { board, redisServer } = useDurableBoard();
  let who: Person;
  beforeAll(async () => {
    who = await person(board().app.url, 'dispatcher1');
  });
  afterEach(stopConnections);

  const position = async () => ((await who.get('/api/snapshot')).json() as { cursor: string }).cursor;
  const reads = () => countLogReads(redisServer().url.href);
  const labels = (name: string) => Array.from({ length: MISSED }, (_, index) => `${name} ${index}`);
  const begin = (cursor: string) => Array.from({ length: CLIENTS }, () => recordConnection(fetchAs(who.cookie, () => board().app.url), cursor));
  const caughtUp = (clients: readonly RecordedConnection[], last: string) => Promise.all(clients.map((client) => client.untilWord(last, OPEN_MS)));

  it('each with a place in what the server has in memory: all get what they missed, for a handful of reads of the log [RT10]', async () => {
    const cursor = await position();
    const keepsAwake = await who.stream();
    const sent = labels('warm');
    for (const label of sent) await who.broadcast(label);
    await keepsAwake.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === sent.at(-1));
    const before = await reads();
    const clients = begin(cursor);
    await caughtUp(clients, sent.at(-1) ?? '');
    expect((await reads()) - before).toBeLessThan(MOST_READS);
    for (const client of clients) expect(client.words()).toEqual(sent);
    await keepsAwake.close();
  });

  it('to a server that has just begun and knows nothing yet: as well', async () => {
    const cursor = await position();
    const sent = labels('cold');
    for (const label of sent) await who.broadcast(label);
    await board().app.restart();
    const before = await reads();
    const clients = begin(cursor);
    await caughtUp(clients, sent.at(-1) ?? '');
    expect((await reads()) - before).toBeLessThan(MOST_READS);
    for (const client of clients) {
      expect(client.words()).toEqual(sent);
      expect(client.of('reset')).toEqual([]);
    }
  });

  it('by polling: as well', async () => {
    const cursor = await position();
    const sent = labels('polled');
    for (const label of sent) await who.broadcast(label);
    const before = await reads();
    const polls = await Promise.all(Array.from({ length: CLIENTS }, () => who.poll(cursor)));
    expect((await reads()) - before).toBeLessThan(MOST_READS);
    for (const { events } of polls) expect(events.map((event) => (event.data as { label: string }).label)).toEqual(sent);
  });
});
