import { beforeAll, describe, expect, it } from 'vitest';
import { incidentChangedSchema } from '@/lib/protocol/board-answers';
import type { App } from '../app';
import { people, type Person } from '../person';
import { request } from '../request';
import { signIn } from '../sign-in';
import { useBoard } from '../use-board';

const LIE = '203.0.113.9';
const LIES = {
  'x-forwarded-for': LIE,
  'x-real-ip': LIE,
  'x-vercel-forwarded-for': LIE,
  forwarded: `for=${LIE};host=evil.example`,
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
};

describe('who is asking', () => {
  const board = useBoard();
  let behindProxy: App;
  let dispatcher: Person;

  beforeAll(async () => {
    behindProxy = await board().addInstance({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
    [dispatcher] = (await people(board().app.url, 'dispatcher1')) as [Person];
  });

  const auditedAddress = async (targetId: string) => (await board().sql<{ ip: string | null }>('SELECT ip FROM audit_entries WHERE target_id = $1', [targetId])).map(({ ip }) => ip);
  const openedBy = async (app: App, forwardedFor: string) => {
    const answer = await dispatcher.at(app.url).post('/api/incidents', { title: 'Who is asking', type: 'fire', priority: 'P4' }, { headers: { ...LIES, 'x-forwarded-for': forwardedFor, 'x-forwarded-host': new URL(app.url).host } });
    return auditedAddress(incidentChangedSchema.parse(answer.json()).incident.id);
  };

  it('is the connection’s address, whatever a stranger’s headers say', async () => {
    expect(await openedBy(board().app, LIE)).toEqual(['127.0.0.1']);
    expect(await openedBy(board().app, '<script>alert(1)</script>')).toEqual(['127.0.0.1']);
  });

  it('is what a trusted proxy heard, as far as proxies are trusted', async () => {
    expect(await openedBy(behindProxy, `198.51.100.1, ${LIE}, 10.1.1.1`)).toEqual([LIE]);
    expect(await openedBy(behindProxy, '2001:DB8:0::7')).toEqual(['2001:db8::7']);
    expect(await openedBy(behindProxy, 'nobody')).toEqual(['127.0.0.1']);
  });

  it('is the same in the sign-in', async () => {
    const addresses = () => board().sql<{ ip: string }>(`SELECT ip FROM audit_entries WHERE category = 'sign-in' AND summary LIKE '%dispatcher5@%'`);
    await signIn(board().app.url, 'dispatcher5@example.org', undefined, LIES);
    expect(await addresses()).toEqual([{ ip: '127.0.0.1' }]);
  });

  it('lets no stranger rename the board: not for its origin, not in sign-in links, not on the edge', async () => {
    const origin = 'https://evil.example';
    for (const path of ['/api/units', '/api/sse']) {
      expect((await dispatcher.get(path, { headers: { ...LIES, origin } })).status, path).toBe(403);
    }
    const page = await request(`${board().app.url}/sign-in`, { headers: LIES });
    const providers = await request(`${board().app.url}/api/auth/providers`, { headers: LIES });
    for (const answer of [page, providers]) {
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('evil.example');
    }
  });
});
