import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '@/lib/protocol/answers';
import { errorBodySchema } from '@/lib/protocol/errors';
import { heldBonfiresSchema, heldDecidedSchema, publicBonfireAnswerSchema } from '@/lib/protocol/board-answers';
import { eventually } from '../eventually';
import { people, person, type Person } from '../person';
import { request, type Answer } from '../request';
import { useBoard } from '../use-board';

const POSTS = 1_000;
const AT_ONCE = 20;
/** What goes on every screen in ten minutes. */
const BURST = 10;
const HOUR_MS = 3_600_000;

describe('the public form of bonfire notices under attack (B1)', () => {
  const board = useBoard({ env: { TRUSTED_PROXIES: '127.0.0.1' } });

  const notice = (more: object = {}) => ({
    name: 'Kari <script>alert(1)</script> Moen',
    phone: '+47 912 34 567',
    place: { address: 'Elvegata 4' },
    municipality: 'Hamar',
    startsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
    material: 'Twigs',
    extent: '2 by 2 metres',
    extinguishing: 'Garden hose',
    responsible: 'Kari Moen',
    landownerConsent: true,
    ...more,
  });
  const post = (ip: string, body: object | string): Promise<Answer> =>
    request(`${board().app.url}/api/public/bonfires`, {
      method: 'POST',
      headers: { 'x-forwarded-for': ip, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each([
    ['an end before its start', { endsAt: new Date(Date.now() - HOUR_MS).toISOString() }, 'endsAt'],
    ['an impossible date', { startsAt: '2027-02-30T12:00:00Z' }, 'startsAt'],
    ['a place off the globe', { place: { address: 'Nowhere', lat: 91, lng: 0 } }, 'place.lat'],
    ['no telephone number', { phone: 'call me' }, 'phone'],
    ['a fire of a month', { endsAt: new Date(Date.now() + 30 * 24 * HOUR_MS).toISOString() }, 'endsAt'],
    ['a status of one’s own', { status: 'closed' }, 'status'],
  ])('refuses %s and says which field it is', async (what, more, path) => {
    const answer = await post(`192.0.2.${what.length}`, notice(more));
    expect(answer.status).toBe(422);
    const { error } = errorBodySchema.parse(answer.json());
    expect((error.details as { path: string }[]).map((detail) => detail.path)).toContain(path);
  });

  it('shows the first ten of a burst on every screen; the others wait for a look, and only their number is told to who can look', async () => {
    const [dispatcher, observer] = (await people(board().app.url, 'dispatcher1', 'observer')) as [Person, Person];
    const streams = await Promise.all([dispatcher.listen(), observer.listen()]);
    const [before] = await board().sql<{ count: string }>(`SELECT count(*) FROM bonfires WHERE source = 'public' AND created_at > now() - interval '10 minutes'`);
    const through = BURST - Number(before?.count);
    const answers = await Promise.all(Array.from({ length: through + 5 }, (_, n) => post(`203.0.113.${n}`, notice({ material: `Burst ${n}` }))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: through + 5 }, () => 201));
    expect(answers.map((answer) => publicBonfireAnswerSchema.parse(answer.json()).held).filter(Boolean)).toHaveLength(5);
    const held = heldBonfiresSchema.parse((await dispatcher.get('/api/bonfires/held')).json());
    expect(held.items).toHaveLength(5);
    await eventually('the last number to arrive', () => streams[0]?.events('bonfire.held').some(({ data }) => (data as { waiting: number }).waiting === 5));
    await dispatcher.broadcast('fence');
    for (const stream of streams) {
      await stream.waitForEvent('test.broadcast');
      expect(stream.events('bonfire.created')).toHaveLength(through);
      for (const { id } of held.items) expect(JSON.stringify(stream.events())).not.toContain(id);
    }
    expect(streams[1]?.events('bonfire.held')).toEqual([]);
    const snapshot = snapshotSchema.parse((await dispatcher.get('/api/snapshot')).json());
    expect(snapshot.board.heldBonfires).toBe(5);
    expect(snapshot.board.bonfires.some(({ held: waits }) => waits)).toBe(false);
    expect((await observer.get('/api/bonfires/held')).status).toBe(403);

    const [first, ...others] = held.items.map(({ id }) => id);
    expect((await observer.post('/api/bonfires/held', { ids: others, decision: 'take_in' })).status).toBe(403);
    expect((await dispatcher.post('/api/bonfires/held', { ids: [first], decision: 'refuse' })).status).toBe(422);
    expect(heldDecidedSchema.parse((await dispatcher.post('/api/bonfires/held', { ids: [first], decision: 'refuse', reason: 'Not meant' })).json()).waiting).toBe(4);
    expect((await dispatcher.post('/api/bonfires/held', { ids: others, decision: 'take_in' })).status).toBe(200);
    for (const id of others) await streams[1]?.waitForEvent('bonfire.created', ({ data }) => (data as { bonfire: { id: string } }).bonfire.id === id);
    expect(JSON.stringify(streams[1]?.events())).not.toContain(first);
  });

  it(`answers ${POSTS} posts: one address gets five through, everybody else is taken, nothing but the first ten reaches a screen, and the room goes on working`, async () => {
    const dispatcher = await person(board().app.url, 'dispatcher1');
    const stored = async (more = '') => Number((await board().sql<{ count: string }>(`SELECT count(*) FROM bonfires WHERE source = 'public' ${more}`))[0]?.count);
    const [before, shownBefore] = [await stored(), await stored('AND NOT held')];
    const fromOne: Answer[] = [];
    const fromOthers: Answer[] = [];
    for (let sent = 0; sent < POSTS; sent += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, async (_, index) =>
        index % 2 ? fromOne.push(await post('198.51.100.7', notice())) : fromOthers.push(await post(`10.${sent % 250}.${index}.${Math.floor(sent / 250)}`, notice())));
      await Promise.all(batch);
      if (sent % 200 === 0) expect((await dispatcher.get('/api/bonfires')).status).toBe(200);
    }
    expect(new Set(fromOthers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(fromOne.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = fromOne.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(POSTS / 2 - 5);
    for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await stored()) - before).toBe(POSTS / 2 + 5);
    expect((await stored('AND NOT held')) - shownBefore).toBeLessThanOrEqual(BURST);
  });
});
