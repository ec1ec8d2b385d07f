import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchAs } from '../fetch-as';
import { people, type Person } from '../person';
import { recordConnection, stopConnections, type RecordedConnection } from '../record-connection';
import { useBoard } from '../use-board';
import { broadcastOf, logOf } from '../write-log';

const CLIENTS = 1_000;
// Six seconds of them: while the clients are told, while they move, and when the old instance is gone.
const EVENTS = 60;
const EVERY_MS = 100;
// Of each person: how all come back at once is the subject of another test.
const OPEN_AT_ONCE = 10;
const LIMIT_MS = 10_000;
const OPEN_MS = 60_000;
// Half of the two seconds over which a leaving server sends its clients away.
const SPREAD_MS = 1_000;
const NAMES = ['dispatcher1', 'dispatcher2', 'dispatcher3', 'dispatcher4'];

describe(`an instance with ${CLIENTS} clients that is asked to end (SIGTERM)`, () => {
  // The heartbeat of a real board: by it a client measures how long an opening may take, and here all open at once.
  const board = useBoard({ env: { SSE_HEARTBEAT_MS: '5000' } });
  let crowd: Person[];
  beforeAll(async () => {
    await board().addInstance();
    crowd = await people(board().app.url, ...NAMES);
  });
  afterEach(stopConnections);

  it('sends all elsewhere, spread over time, none misses or doubles an event, and it is gone in time [RT21]', async () => {
    const [staying, leaving] = board().apps;
    if (!staying || !leaving) throw new Error('Two instances are needed.');
    const { cursor } = (await crowd[0]?.get('/api/snapshot'))?.json() as { cursor: string };
    let target = leaving.url;
    const clients: RecordedConnection[] = [];
    while (clients.length < CLIENTS) {
      const some = Array.from({ length: OPEN_AT_ONCE }, () => crowd.map(({ cookie }) => recordConnection(fetchAs(cookie, () => target), cursor))).flat();
      await Promise.all(some.map((client) => client.untilState('live', OPEN_MS)));
      clients.push(...some);
    }

    target = staying.url;
    const askedAtMs = Date.now();
    const ending = leaving.terminate();
    const sent = Array.from({ length: EVENTS }, (_, index) => `while ending ${index}`);
    const log = logOf(board());
    for (const label of sent) {
      await log.append([broadcastOf(label)]);
      await delay(EVERY_MS);
    }
    const { how, afterMs } = await ending;
    expect(how).toBe('ended with code 0');
    expect(afterMs).toBeLessThan(LIMIT_MS);
    await Promise.all(clients.map((client) => client.untilWord(sent.at(-1) ?? '', OPEN_MS)));

    for (const client of clients) {
      expect(client.words()).toEqual(sent);
      expect(client.of('reset')).toEqual([]);
      const instances = client.of('connected').map(({ instanceId }) => instanceId);
      expect(instances.at(-1)).not.toBe(instances[0]);
    }
    const toldAfterMs = clients.map((client) => toldToMoveAtMs(client) - askedAtMs).sort((a, b) => a - b);
    const [first = 0, last = 0] = [toldAfterMs[0], toldAfterMs.at(-1)];
    expect(last).toBeLessThan(LIMIT_MS);
    expect(last - first).toBeGreaterThan(SPREAD_MS);
  });
});

/** When it began to open another stream beside its good one, which only a rotation makes it do. Nothing else may come before that. */
function toldToMoveAtMs(client: RecordedConnection): number {
  const states = client.of('state');
  const told = states[states.findIndex(({ state }) => state.name === 'live') + 1];
  if (told?.state.name !== 'live' || told.state.next !== 'opening') throw new Error('This client had to find out by a broken stream.');
  return told.atMs;
}
