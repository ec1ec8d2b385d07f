import { beforeAll, describe, it } from 'vitest';
import { fetchAs } from '../fetch-as';
import { startHttpFront, type StreamAnswer } from '../http-front';
import { person, type Person } from '../person';
import { recordConnection, type RecordedConnection } from '../record-connection';
import { answerPage, breakOff, openAndDie, openAndKeepSilent, refuse, standAndDie } from '../stream-refusals';
import { useBoard } from '../use-board';

const RETRY_AFTER_SECONDS = 2;
// A first wait for polling and the longest wait that a few failures lead to.
const PATIENT_MS = 40_000;

const threeFailures = ['connecting', 'backoff', 'connecting', 'backoff', 'connecting', 'polling'];
const falling: [what: string, answer: StreamAnswer, states: string[]][] = [
  ['429 with Retry-After: polls at once', refuse('too_many_connections', RETRY_AFTER_SECONDS), ['connecting', 'polling']],
  ['503 with Retry-After', refuse('unavailable', 1), threeFailures],
  ['500', refuse('internal'), threeFailures],
  ['a page instead of a stream', answerPage, threeFailures],
  ['no answer at all', breakOff, threeFailures],
  ['streams that open and die', openAndDie, threeFailures],
  ['streams that stand and die', standAndDie, ['connecting', 'live', 'backoff', 'connecting', 'live', 'backoff', 'connecting', 'live', 'polling']],
  ['streams that open and stay silent: polls while it waits', openAndKeepSilent, ['connecting', 'polling']],
];

describe('a client whose stream is refused', () => {
  const board = useBoard();
  let who: Person;
  beforeAll(async () => {
    who = await person(board().app.url, 'dispatcher1');
  });
  const position = async () => ((await who.get('/api/snapshot')).json() as { cursor: string }).cursor;
  const names = (client: RecordedConnection) => client.of('state').map(({ state }) => state.name);

  // Each has a front of its own, and most of their time is waiting: together they take as long as the slowest.
  it.concurrent.for(falling)('by %s: hears everything by polling, then by a stream again, once and in order', async ([what, answer, states], { expect, onTestFinished }) => {
    const front = await startHttpFront(board().app.url, answer);
    const start = await position();
    const mine = (client: RecordedConnection) => client.words().filter((word) => word.startsWith(what));
    const witness = recordConnection(fetchAs(who.cookie, () => board().app.url), start);
    const client = recordConnection(fetchAs(who.cookie, () => front.url), start);
    onTestFinished(async () => {
      client.connection.stop();
      witness.connection.stop();
      await front.stop();
    });

    await who.broadcast(`${what} 1`);
    await client.untilState('polling', PATIENT_MS);
    expect(names(client)).toEqual(states);
    for (const number of [2, 3, 4]) await who.broadcast(`${what} ${number}`);
    await client.untilWord(`${what} 4`, PATIENT_MS);
    expect(client.state().name).not.toBe('live');

    front.barStreams(null);
    await who.broadcast(`${what} 5`);
    await client.untilState('live', PATIENT_MS);
    await who.broadcast(`${what} 6`);
    await Promise.all([client, witness].map((each) => each.untilWord(`${what} 6`, PATIENT_MS)));
    expect(mine(client)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${what} ${number}`));
    expect(mine(witness)).toEqual(mine(client));
    expect(client.of('reset')).toEqual([]);
  });

  it.concurrent('does not ask for a stream again before the time that a 429 names', async ({ expect, onTestFinished }) => {
    const front = await startHttpFront(board().app.url, refuse('too_many_connections', RETRY_AFTER_SECONDS));
    const client = recordConnection(fetchAs(who.cookie, () => front.url), await position());
    onTestFinished(() => {
      client.connection.stop();
      return front.stop();
    });
    await client.untilState('polling');
    const firstAtMs = front.asked.lastAtMs;
    expect(front.asked.times).toBe(1);
    front.barStreams(null);
    await client.untilState('live', PATIENT_MS);
    expect(front.asked.times).toBe(2);
    expect(front.asked.lastAtMs - firstAtMs).toBeGreaterThanOrEqual(RETRY_AFTER_SECONDS * 1_000 - 1);
  });

  it.concurrent('by 401: stops as signed out, asks for nothing more, and is back when woken after a sign-in', async ({ expect, onTestFinished }) => {
    const front = await startHttpFront(board().app.url, refuse('unauthenticated'));
    const client = recordConnection(fetchAs(who.cookie, () => front.url), await position());
    onTestFinished(() => {
      client.connection.stop();
      return front.stop();
    });
    expect(await client.untilState('stopped')).toEqual({ name: 'stopped', why: 'signed_out' });
    expect(client.of('state').at(-1)?.reason).toBe('Refused: unauthenticated.');
    await who.broadcast('while signed out');
    front.barStreams(null);
    expect(client.of('polled')).toEqual([]);
    client.connection.wake();
    await client.untilWord('while signed out');
    expect(client.state().name).toBe('live');
  });

  it.concurrent('by 403: stops as forbidden, stays so when woken, and goes on where it was when started again', async ({ expect, onTestFinished }) => {
    const front = await startHttpFront(board().app.url, refuse('forbidden'));
    const start = await position();
    const client = recordConnection(fetchAs(who.cookie, () => front.url), start);
    onTestFinished(() => {
      client.connection.stop();
      return front.stop();
    });
    expect(await client.untilState('stopped')).toEqual({ name: 'stopped', why: 'forbidden' });
    await who.broadcast('while forbidden');
    front.barStreams(null);
    client.connection.wake();
    expect(client.state()).toEqual({ name: 'stopped', why: 'forbidden' });
    expect(front.asked.times).toBe(1);
    client.connection.start(start);
    await client.untilWord('while forbidden');
    expect(client.of('polled')).toEqual([]);
  });

  it.concurrent('by 401 while it polls: stops polling as well', async ({ expect, onTestFinished }) => {
    const front = await startHttpFront(board().app.url, refuse('too_many_connections', 1));
    const client = recordConnection(fetchAs(who.cookie, () => front.url), await position());
    onTestFinished(() => {
      client.connection.stop();
      return front.stop();
    });
    await client.untilState('polling');
    front.barStreams(refuse('unauthenticated'));
    expect(await client.untilState('stopped', PATIENT_MS)).toEqual({ name: 'stopped', why: 'signed_out' });
  });
});
