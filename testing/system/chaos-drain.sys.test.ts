import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchAs } from '../fetch-as';
import { person, type Person } from '../person';
import { recordConnection, stopConnections, type RecordedConnection } from '../record-connection';
import { useBoard } from '../use-board';

const CLIENTS = 300;
const EVENTS = 60;
const LIMIT_MS = 10_000;
const OPEN_MS = 60_000;
// Half of the two seconds over which a leaving server sends its clients away.
const SPREAD_MS = 1_000;

describe(`an instance with ${CLIENTS} clients that is asked to end (SIGTERM)`, () => {
  const board = useBoard({ env: { SSE_HEARTBEAT_MS: '2000' } });
  let who: Person;
  beforeAll(async () => {
    await board().addInstance();
    who = await person(board().app.url, 'dispatcher1');
  });
  afterEach(stopConnections);

  it('sends all elsewhere, spread over time, none misses or doubles an event, and it is gone in time [RT21]', async () => {
    const [staying, leaving] = board().apps;
    if (!staying || !leaving) throw new Error('Two instances are needed.');
    const { cursor } = (await who.get('/api/snapshot')).json() as { cursor: string };
    let target = leaving.url;
    const clients = Array.from({ length: CLIENTS }, () => recordConnection(fetchAs(who.cookie, () => target), cursor));
    await Promise.all(clients.map((client) => client.untilState('live', OPEN_MS)));

    target = staying.url;
    const askedAtMs = Date.now();
    const ending = leaving.terminate();
    const sent = Array.from({ length: EVENTS }, (_, index) => `while ending ${index}`);
    for (const label of sent) await who.broadcast(label);
    const { how, afterMs } = await ending;
    expect(how).toBe('ended with code 0');
    expect(afterMs).toBeLessThan(LIMIT_MS);
    await Promise.all(clients.map((client) => client.untilWord(sent.at(-1) ?? '', OPEN_MS)));

    for (const client of clients) {
      expect(client.words()).toEqual(sent);
      expect(client.of('reset')).toEqual([]);
      expect(client.of('connected')).toHaveLength(2);
      // Told to move, none had to find out by a broken stream.
      expect(client.of('state').map(({ state }) => state.name)).not.toContain('backoff');
    }
    const toldAfterMs = clients.map((client) => toldToMoveAtMs(client) - askedAtMs).sort((a, b) => a - b);
    const [first = 0, last = 0] = [toldAfterMs[0], toldAfterMs.at(-1)];
    expect(last).toBeLessThan(LIMIT_MS);
    expect(last - first).toBeGreaterThan(SPREAD_MS);
  });
});

/** When it began to open another stream beside its good one, which only a rotation makes it do. */
function toldToMoveAtMs(client: RecordedConnection): number {
  const told = client.of('state').find(({ state }) => state.name === 'live' && state.next === 'opening');
  if (!told) throw new Error('This client was never told to move.');
  return told.atMs;
}
