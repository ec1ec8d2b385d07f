import { describe, expect, it } from 'vitest';
import { errorBodySchema } from '@/lib/protocol/errors';
import { person } from '../person';
import { request, type Answer } from '../request';
import { useBoard } from '../use-board';

const POSTS = 1_000;
const AT_ONCE = 20;
const MOST_A_MINUTE = 60;
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

  it(`answers ${POSTS} posts, stores no more than ${MOST_A_MINUTE}, and the room goes on working`, async () => {
    const dispatcher = await person(board().app.url, 'dispatcher1');
    const before = await board().sql<{ count: string }>(`SELECT count(*) FROM bonfires WHERE status = 'registered'`);
    const answers: Answer[] = [];
    for (let sent = 0; sent < POSTS; sent += AT_ONCE) {
      // Half of them from one address, half from ever new ones.
      const batch = Array.from({ length: AT_ONCE }, (_, index) => post(index % 2 ? '198.51.100.7' : `10.${sent % 250}.${index}.${Math.floor(sent / 250)}`, notice()));
      answers.push(...(await Promise.all(batch)));
      if (sent % 200 === 0) expect((await dispatcher.get('/api/bonfires')).status).toBe(200);
    }
    const taken = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ status }) => status === 429);
    expect(taken + refused.length).toBe(POSTS);
    expect(taken).toBeGreaterThan(0);
    // A minute may turn while they come.
    expect(taken).toBeLessThanOrEqual(3 * MOST_A_MINUTE);
    for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    const after = await board().sql<{ count: string }>(`SELECT count(*) FROM bonfires WHERE status = 'registered'`);
    expect(Number(after[0]?.count) - Number(before[0]?.count)).toBe(taken);
  });
});
