import { beforeAll, describe, expect, it } from 'vitest';
import { flashAnswerSchema, flashListSchema, receiptListSchema, snapshotSchema } from '@/lib/protocol/answers';
import { people, type Person } from '../person';
import type { EventBlock } from '../strict-sse-parser';
import { useBoard } from '../use-board';

const DISPATCHERS = ['dispatcher1', 'dispatcher2', 'dispatcher3', 'dispatcher4', 'dispatcher5', 'dispatcher6'];

const flashIn = (event: EventBlock) => (event.data as { flash: { id: string; status: string; sentAt: string } }).flash;
const isAbout = (id: string) => (event: EventBlock) => flashIn(event).id === id;
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('a flash message', () => {
  const board = useBoard();
  let supervisor: Person;
  let dispatchers: Person[];
  beforeAll(async () => {
    [supervisor, ...dispatchers] = (await people(board().app.url, 'supervisor', ...DISPATCHERS)) as [Person, ...Person[]];
  });
  const first = () => dispatchers[0] as Person;

  it('is on six streams within a second, each time once and word for word', async () => {
    const streams = await Promise.all(dispatchers.map((who) => who.listen()));
    const body = 'Line one\nLine two <b>not markup</b> & "quotes" – æøå 🚒';
    const sentAt = Date.now();
    const flash = await supervisor.flash({ level: 'critical', title: 'Structure fire, Dock 4', body, requiresAck: true });
    const events = await Promise.all(streams.map((stream) => stream.waitForEvent('flash.sent', isAbout(flash.id))));
    expect(Date.now() - sentAt).toBeLessThan(1_000);
    for (const event of events) {
      expect(event.data).toEqual({ flash, counts: { recipients: 8, delivered: 0, displayed: 0, acked: 0, mustAck: 7 } });
    }
    await supervisor.broadcast('fence');
    for (const stream of streams) {
      await stream.waitForEvent('test.broadcast');
      expect(stream.events('flash.sent')).toHaveLength(1);
    }
    expect(flash).toMatchObject({ level: 'critical', body, status: 'live', sound: true, requiresAck: true, version: 1 });
  });

  it('collects delivered, displayed and acknowledged, the first time of each counts', async () => {
    const watching = await supervisor.listen();
    const flash = await supervisor.flash({ level: 'critical', title: 'Confirm', requiresAck: true });
    const delivered = await first().mark(flash.id, 'delivered');
    expect(delivered).toMatchObject({ flashId: flash.id, displayedAt: null, ackedAt: null, latencyMs: expect.any(Number) });
    expect(await first().mark(flash.id, 'delivered')).toEqual(delivered);
    const displayed = await first().mark(flash.id, 'displayed');
    expect(displayed.deliveredAt).toBe(delivered.deliveredAt);
    expect(await first().mark(flash.id, 'displayed')).toEqual(displayed);
    const acked = await first().mark(flash.id, 'ack', { note: 'On my way' });
    expect(acked).toMatchObject({ deliveredAt: delivered.deliveredAt, displayedAt: displayed.displayedAt, note: 'On my way' });
    expect(await first().mark(flash.id, 'ack', { note: 'Again' })).toEqual(acked);
    expect(await first().mark(flash.id, 'delivered')).toEqual(acked);
    await supervisor.broadcast('fence');
    await watching.waitForEvent('test.broadcast');
    const counts = watching.events('flash.receipt').map((event) => (event.data as { counts: object }).counts);
    expect(counts).toEqual([
      { recipients: 8, delivered: 1, displayed: 0, acked: 0, mustAck: 7 },
      { recipients: 8, delivered: 1, displayed: 1, acked: 0, mustAck: 7 },
      { recipients: 8, delivered: 1, displayed: 1, acked: 1, mustAck: 7 },
    ]);
  });

  it('acknowledged at once counts as delivered and displayed too', async () => {
    const flash = await supervisor.flash({ level: 'critical', title: 'At once', requiresAck: true });
    const receipt = await first().mark(flash.id, 'ack');
    expect(receipt.deliveredAt).toBe(receipt.ackedAt);
    expect(receipt.displayedAt).toBe(receipt.ackedAt);
  });

  it('acknowledged by all at the same time has counts that only ever grow and end at all', async () => {
    const watching = await supervisor.listen();
    const flash = await supervisor.flash({ level: 'critical', title: 'All together', audience: ['dispatcher'], requiresAck: true });
    await Promise.all(dispatchers.flatMap((who) => [who.mark(flash.id, 'delivered'), who.mark(flash.id, 'ack'), who.mark(flash.id, 'ack')]));
    const acked: number[] = [];
    await watching.waitForEvent('flash.receipt', (event) => {
      const { counts } = event.data as { counts: { acked: number } };
      acked.push(counts.acked);
      return counts.acked === 6;
    });
    expect(acked).toEqual([...acked].sort((a, b) => a - b));
    const list = receiptListSchema.parse((await supervisor.get(`/api/flash/${flash.id}/receipts`)).json());
    expect(list.counts).toEqual({ recipients: 6, delivered: 6, displayed: 6, acked: 6, mustAck: 6 });
    expect(list.items).toHaveLength(6);
    expect(watching.events('flash.receipt').filter((event) => (event.data as { receipt: { ackedAt: string | null } }).receipt.ackedAt)).toHaveLength(6);
  });

  it('recalled leaves every screen, and cannot be recalled twice', async () => {
    const stream = await first().listen();
    const flash = await supervisor.flash({ level: 'warning', title: 'Wrong room' });
    const answer = flashAnswerSchema.parse((await supervisor.post(`/api/flash/${flash.id}/recall`)).json());
    expect(answer.flash).toMatchObject({ id: flash.id, status: 'recalled', version: 2, endedBy: { name: expect.any(String) } });
    expect((await stream.waitForEvent('flash.recalled')).data).toEqual({ flash: answer.flash });
    const snapshot = snapshotSchema.parse((await first().get('/api/snapshot')).json());
    expect(snapshot.flash.map((entry) => entry.id)).not.toContain(flash.id);
    const again = await supervisor.post(`/api/flash/${flash.id}/recall`);
    expect(again.status).toBe(422);
    expect(again.json()).toMatchObject({ error: { code: 'not_allowed_now' }, current: { id: flash.id, status: 'recalled' } });
    expect((await first().post(`/api/flash/${flash.id}/recall`)).status).toBe(403);
  });

  it('scheduled goes out by itself, once and not before its time', async () => {
    const stream = await first().listen();
    const startsAt = soon(2_000);
    const flash = await supervisor.flash({ level: 'info', title: 'Drill at noon', startsAt });
    expect(flash).toMatchObject({ status: 'scheduled', sentAt: null, startsAt });
    const sent = await stream.waitForEvent('flash.sent', isAbout(flash.id));
    expect(Date.parse(flashIn(sent).sentAt)).toBeGreaterThanOrEqual(Date.parse(startsAt));
    expect(sent.data).toMatchObject({ flash: { status: 'live', version: 2 }, counts: { recipients: 8 } });
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast');
    expect(stream.events().map((event) => event.type)).toEqual(['flash.sent', 'test.broadcast']);
  });

  it('scheduled and cancelled never goes out', async () => {
    const stream = await supervisor.listen();
    const cancelled = await supervisor.flash({ level: 'info', title: 'Cancelled', startsAt: soon(1_000) });
    await supervisor.post(`/api/flash/${cancelled.id}/cancel`);
    const next = await supervisor.flash({ level: 'info', title: 'The one after', startsAt: soon(1_000) });
    await stream.waitForEvent('flash.sent', isAbout(next.id));
    expect(stream.events('flash.sent').map((event) => flashIn(event).id)).toEqual([next.id]);
  });

  it('ends by itself when it has run out, and a missed acknowledgement stays on the bar', async () => {
    const stream = await first().listen();
    const plain = await supervisor.flash({ level: 'info', title: 'Short', expiresAt: soon(1_500) });
    const missed = await supervisor.flash({ level: 'critical', title: 'Missed', requiresAck: true, expiresAt: soon(1_500) });
    for (const flash of [plain, missed]) {
      const ended = await stream.waitForEvent('flash.updated', isAbout(flash.id));
      expect(ended.data).toMatchObject({ flash: { status: 'expired', endedBy: null } });
      expect(Date.parse(ended.timestamp)).toBeGreaterThanOrEqual(Date.parse(flash.expiresAt ?? ''));
    }
    const { flash } = snapshotSchema.parse((await first().get('/api/snapshot')).json());
    expect(flash.filter(({ id }) => [plain.id, missed.id].includes(id)).map(({ id, status }) => [id, status])).toEqual([[missed.id, 'expired']]);
  });

  it('that replaces another ends it and starts in one step', async () => {
    const stream = await first().listen();
    const old = await supervisor.flash({ level: 'warning', title: 'Road closed' });
    const fresh = await supervisor.flash({ level: 'ok', title: 'Road open', supersedesId: old.id });
    await stream.waitForEvent('flash.sent', isAbout(fresh.id));
    expect(stream.events().map((event) => [event.type, flashIn(event).id, flashIn(event).status])).toEqual([
      ['flash.sent', old.id, 'live'],
      ['flash.updated', old.id, 'superseded'],
      ['flash.sent', fresh.id, 'live'],
    ]);
    const again = await supervisor.post('/api/flash', { level: 'ok', title: 'Once more', supersedesId: old.id });
    expect(again.status).toBe(422);
    expect((await supervisor.post('/api/flash', { level: 'ok', title: 'What?', supersedesId: 'nothing' })).status).toBe(404);
  });

  it('sent again with the same clientMsgId is the same message, sent once', async () => {
    const stream = await first().listen();
    const clientMsgId = crypto.randomUUID();
    const input = { level: 'info', title: 'Pressed twice', clientMsgId };
    const answers = await Promise.all(Array.from({ length: 8 }, () => supervisor.post('/api/flash', input)));
    answers.push(await supervisor.post('/api/flash', input));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(8).fill(200), 201]);
    const ids = new Set(answers.map((answer) => flashAnswerSchema.parse(answer.json()).flash.id));
    expect(ids.size).toBe(1);
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast');
    expect(stream.events('flash.sent').map((event) => flashIn(event).id)).toEqual([...ids]);
    const [row] = await board().sql<{ count: string }>('SELECT count(*) FROM flash WHERE client_msg_id = $1', [clientMsgId]);
    expect(row?.count).toBe('1');
  });

  it('with a clientMsgId of somebody else is a message of its own', async () => {
    const [admin] = await people(board().app.url, 'admin');
    const clientMsgId = crypto.randomUUID();
    const mine = await supervisor.flash({ level: 'info', title: 'Mine', clientMsgId });
    const theirs = await admin?.flash({ level: 'info', title: 'Theirs', clientMsgId });
    expect(theirs?.id).not.toBe(mine.id);
  });

  it('is in the list with its counts, newest first, page by page, each once', async () => {
    for (let i = 0; i < 35; i += 1) await supervisor.flash({ level: 'ok', title: `Page filler ${i}` });
    const titles: string[] = [];
    let query = '';
    do {
      const page = flashListSchema.parse((await supervisor.get(`/api/flash${query}`)).json());
      titles.push(...page.items.map((item) => item.title));
      query = page.nextCursor ? `?before=${page.nextCursor}` : '';
    } while (query !== '');
    const fillers = titles.filter((title) => title.startsWith('Page filler'));
    expect(fillers).toEqual(Array.from({ length: 35 }, (_, index) => `Page filler ${34 - index}`));
    const [row] = await board().sql<{ count: string }>('SELECT count(*) FROM flash');
    expect(titles).toHaveLength(Number(row?.count));
  });
});
