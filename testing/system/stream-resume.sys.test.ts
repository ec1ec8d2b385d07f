import { beforeAll, describe, expect, it } from 'vitest';
import { openStream, type OpenedStream } from '../open-stream';
import { person, type Person } from '../person';
import { request } from '../request';
import type { EventBlock } from '../strict-sse-parser';
import { useBoard } from '../use-board';

const labelsOf = (events: readonly EventBlock[]) => events.map((event) => (event.data as { label: string }).label);
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `n${from + index}`);

async function send(who: Person, labels: readonly string[]): Promise<void> {
  for (const label of labels) await who.broadcast(label);
}

async function labelsUntil(stream: OpenedStream, last: string): Promise<string[]> {
  await stream.waitForEvent('test.broadcast', (event) => (event.data as { label: string }).label === last);
  return labelsOf(stream.events());
}

describe('resuming a stream', () => {
  const board = useBoard();
  let who: Person;
  beforeAll(async () => {
    who = await person(board().app.url, 'dispatcher1');
  });

  it.each([
    ['the Last-Event-ID header', (cursor: string) => ({ lastEventId: cursor })],
    ['?since=', (cursor: string) => ({ since: cursor })],
  ])('by %s gives exactly what was missed, in order, and goes on live', async (_what, resumeAt) => {
    const first = await who.stream();
    await send(who, numbered(1, 10));
    const seen = await labelsUntil(first, 'n10');
    const tenth = first.events().at(-1)?.id ?? '';
    await first.close();
    await send(who, numbered(11, 30));
    const second = await who.stream(resumeAt(tenth));
    await send(who, numbered(31, 33));
    expect([...seen, ...(await labelsUntil(second, 'n33'))]).toEqual(numbered(1, 33));
    expect(second.events().map((event) => event.id)).toEqual([...new Set(second.events().map((event) => event.id))]);
    expect(second.frames.filter((block) => block.kind === 'frame').map((block) => block.type)).toEqual(['connected']);
    expect((await second.waitForFrame('connected')).data).toMatchObject({ cursor: tenth });
  });

  it('in the middle of a burst neither loses nor doubles, wherever it is cut [RT4]', async () => {
    const start = (await who.poll()).cursor;
    const sending = send(who, numbered(1, 60));
    const collected: string[] = [];
    let cursor = start;
    while (collected.at(-1) !== 'n60') {
      const stream = await who.stream({ lastEventId: cursor });
      const enough = collected.length + 7;
      await stream.waitFor((block) => block.kind === 'event' && (stream.events().length + collected.length >= enough || labelsOf([block])[0] === 'n60'));
      await stream.close();
      collected.push(...labelsOf(stream.events()));
      cursor = stream.events().at(-1)?.id ?? cursor;
    }
    await sending;
    expect(collected).toEqual(numbered(1, 60));
  });

  it('goes by the header when both are given', async () => {
    const before = await who.stream();
    const since = before.cursor();
    await send(who, ['old', 'middle', 'new']);
    await labelsUntil(before, 'new');
    const stream = await who.stream({ since, lastEventId: before.events()[1]?.id ?? '' });
    expect(await labelsUntil(stream, 'new')).toEqual(['new']);
  });

  it('from the cursor of a heartbeat misses nothing and repeats nothing', async () => {
    const first = await who.stream();
    await who.broadcast('before');
    const told = await first.waitForEvent('test.broadcast');
    const beat = await first.waitFor((block) => block.kind === 'heartbeat' && block.cursor === told.id);
    await first.close();
    await who.broadcast('after');
    const second = await who.stream({ lastEventId: beat.kind === 'heartbeat' ? (beat.cursor ?? '') : '' });
    expect(await labelsUntil(second, 'after')).toEqual(['after']);
  });

  it('from a cursor of somebody who may see more shows nothing beyond one’s own permissions [RT8]', async () => {
    const supervisor = await person(board().app.url, 'supervisor');
    const since = (await supervisor.poll()).cursor;
    await supervisor.flash({ level: 'info', title: 'For supervisors only', audience: ['supervisor'] });
    await who.broadcast('for all');
    const stream = await who.stream({ since });
    expect(await labelsUntil(stream, 'for all')).toEqual(['for all']);
  });

  it('by polling gives the same events as the stream, in the same order, with the same cursors [RT17]', async () => {
    const stream = await who.stream();
    const since = stream.cursor();
    await send(who, numbered(1, 20));
    await labelsUntil(stream, 'n20');
    const last = stream.events().at(-1)?.id ?? '';
    const fromStream = stream.events().map(({ id, eventId, type, data, timestamp }) => ({ cursor: id, id: eventId, type, data, timestamp }));
    expect(await who.pollUpTo(since, last)).toEqual(fromStream);
    expect(await who.poll(last)).toEqual({ events: [], cursor: last });
  });
});

describe('a cursor that cannot be served', () => {
  const board = useBoard({ env: { SSE_LOG_LENGTH: '100' } });
  let who: Person;
  let epoch = '';
  let trimmed = '';

  beforeAll(async () => {
    const { app } = board();
    who = await person(app.url, 'dispatcher1');
    trimmed = (await who.poll()).cursor;
    epoch = trimmed.split('.')[0] ?? '';
    for (let sent = 0; sent < 400; sent += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => who.broadcast(`n${sent + index}`)));
    }
    // A running instance still has the trimmed events in memory and could serve them, rightly.
    await app.restart();
  });

  const cases: [what: string, cursor: () => string, reason: string][] = [
    ['garbage', () => 'not-a-cursor', 'malformed'],
    ['an empty text', () => '', 'malformed'],
    ['a NUL', () => '\0', 'malformed'],
    ['a NUL within a good cursor', () => `${epoch}.1-\u00001`, 'malformed'],
    ['line breaks that would begin a field', () => `${epoch}.1-1\r\nevent: reset\n\n`, 'malformed'],
    ['letters outside of ASCII', () => 'ø.1-1', 'malformed'],
    ['10 kB', () => 'a'.repeat(10_000), 'malformed'],
    ['10 kB of digits', () => `${epoch}.${'9'.repeat(10_000)}-1`, 'malformed'],
    ['negative numbers', () => `${epoch}.-1--1`, 'malformed'],
    ['a foreign epoch', () => 'another0epoch.1-1', 'foreign_epoch'],
    ['an epoch that is a name of the language', () => 'constructor.1-1', 'foreign_epoch'],
    ['a place in the future', () => `${epoch}.9999999999999-0`, 'ahead'],
    ['the largest place there can be', () => `${epoch}.9999999999999999-9999999999999999`, 'ahead'],
    ['the very beginning', () => `${epoch}.0-0`, 'trimmed'],
    ['a place that was trimmed', () => trimmed, 'trimmed'],
  ];

  it.each(cases)('in ?since=, %s, gives connected and reset on the stream', async (_what, cursor, reason) => {
    await expectReset(await who.stream({ since: cursor() }), reason);
  });

  it.each(cases)('in ?since=, %s, gives a reset when polling', async (_what, cursor, reason) => {
    const answer = await who.get(`/api/events?since=${encodeURIComponent(cursor())}`);
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ reset: true, reason, cursor: expect.stringMatching(/^[0-9A-Za-z]+\.\d+-\d+$/) });
  });

  const headerCases = cases.filter(([, cursor]) => !/[\u0000\r\n\u0100-\uffff]/.test(cursor()));
  it.each(headerCases)('in Last-Event-ID, %s, gives connected and reset on the stream', async (_what, cursor, reason) => {
    await expectReset(await who.stream({ lastEventId: cursor() }), reason);
  });

  it('in Last-Event-ID wins over a good one in ?since=', async () => {
    const { cursor } = await who.poll();
    await expectReset(await who.stream({ since: cursor, lastEventId: 'garbage' }), 'malformed');
  });

  it('whose percent-encoding is broken is a reset or a plain refusal, never a failure', async () => {
    for (const path of ['/api/sse?since=%', '/api/sse?since=%E0%A4%A', '/api/sse?since=%ff']) {
      const stream = await openRaw(board().app.url + path, who.cookie);
      await expectReset(stream, 'malformed');
    }
    expect((await who.get('/api/events?since=%E0%A4%A')).json()).toMatchObject({ reset: true, reason: 'malformed' });
  });

  it('repeated, as ?since=a&since=b, takes one of them and fails nowhere', async () => {
    await expectReset(await openRaw(`${board().app.url}/api/sse?since=a&since=b`, who.cookie), 'malformed');
  });

  it('leaves nothing in the application’s log but the life of its connection', () => {
    const strange = board().app.output().split('\n').filter((line) => /error|unhandled|exception|⨯/i.test(line));
    expect(strange).toEqual([]);
  });

  it('is answered in a moment even when it is far too long for a header', async () => {
    const answer = await request(`${board().app.url}/api/sse`, { headers: { cookie: who.cookie, 'last-event-id': 'a'.repeat(60_000) } });
    expect(answer.status).toBe(431);
  });

  /** The stream goes on from the cursor that the reset names, so that the client has somewhere to start. */
  async function expectReset(stream: OpenedStream, reason: string): Promise<void> {
    const reset = await stream.waitForFrame('reset');
    expect(stream.frames.slice(0, 2).map((block) => block.kind === 'frame' && block.type)).toEqual(['connected', 'reset']);
    const { cursor } = reset.data as { cursor: string };
    expect(reset.data).toEqual({ reason, cursor: expect.stringMatching(/^[0-9A-Za-z]+\.\d+-\d+$/) });
    expect((await stream.waitForFrame('connected')).data).toMatchObject({ cursor });
    await who.broadcast('after the reset');
    expect(await labelsUntil(stream, 'after the reset')).toEqual(['after the reset']);
    await stream.close();
    const again = await who.stream({ since: cursor });
    expect(await labelsUntil(again, 'after the reset')).toEqual(['after the reset']);
    await again.close();
  }
});

/** A stream at an address that is used as it is. */
function openRaw(address: string, cookie: string): Promise<OpenedStream> {
  const { origin, pathname, search } = new URL(address);
  const raw = address.slice(origin.length);
  if (raw !== pathname + search) throw new Error(`The address ${raw} would be changed on its way.`);
  return openStream(origin, { cookie, path: raw });
}
