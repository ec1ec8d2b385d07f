import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataFolder } from '@/local/postgres/testing/data-folder';
import { freePort } from '@/local/process/free-port';
import { startCommand, type StartCommand } from '@/local/start/testing/start-command';
import { incidentChangedSchema, incidentMovedSchema, unitAnswerSchema, type boardSchema } from '@/lib/protocol/board-answers';
import { snapshotSchema } from '@/lib/protocol/answers';
import { eventually } from '../eventually';
import { request, type Answer } from '../request';
import { signIn } from '../sign-in';

const OPEN = /Stop with Ctrl-C/;
/** Whoever comes first also builds. */
const LONG_MS = 240_000;
const PASSWORD = 'a good long password';
const listSchema = z.object({ items: z.array(z.looseObject({})) });

/** The real start command on a folder of its own. */
function useProduct() {
  const folder = dataFolder();
  const dataDir = dirname(folder.dir);
  let port = '';
  let running: StartCommand | undefined;
  const stop = async () => {
    running?.child.kill('SIGTERM');
    await running?.ended;
    running = undefined;
  };
  beforeAll(async () => {
    port = String(await freePort());
  });
  afterEach(stop);
  afterAll(() => folder.remove());
  return {
    url: () => `http://127.0.0.1:${port}`,
    stop,
    /** Starts it, or starts it again, with these settings; gives everything it said until the board was open. */
    async start(env: Record<string, string>): Promise<string> {
      await stop();
      running = startCommand({ PORT: port, WATCHROOM_DATA: dataDir, WATCHROOM_DIST_DIR: process.env.WATCHROOM_DIST_DIR ?? '.next-test', ...env });
      return (await running.says(new RegExp(`[\\s\\S]*${OPEN.source}`)))[0];
    },
  };
}

const tokenIn = (said: string) => /\/first-run#token=(\S+)/.exec(said)?.[1] ?? null;

describe('a board that is no demonstration (A7)', () => {
  const product = useProduct();
  const ask = (path: string, input: Parameters<typeof request>[1] = {}) => request(`${product.url()}${path}`, input);
  const as = (cookie: string) => ({
    get: (path: string) => ask(path, { headers: { cookie } }),
    send: async (status: number, method: string, path: string, body: object = {}): Promise<Answer> => {
      const answer = await ask(path, { method, headers: { cookie }, body });
      if (answer.status !== status) throw new Error(`${method} ${path} gave ${answer.status}: ${answer.text}`);
      return answer;
    },
  });
  const snapshot = async (cookie: string) => snapshotSchema.parse((await as(cookie).get('/api/snapshot')).json());
  const first = (token: string, email: string) => ask('/api/first-run', { method: 'POST', body: { token, email, name: 'Astrid Nygård', password: PASSWORD } });

  it('gets its first admin by the token of the start, is set up in the product, works an incident, and loses nothing over a restart', async () => {
    const said = await product.start({ DEMO: '0' });
    expect(said).not.toMatch(/watchroom-demo|demo data/);
    const token = tokenIn(said);
    if (!token) throw new Error(`The start printed no token:\n${said}`);
    expect((await ask('/first-run')).status).toBe(200);
    const signInPage = (await ask('/sign-in')).text;
    expect(signInPage).toContain('Nobody can sign in here yet');
    expect(signInPage).not.toContain('Demo accounts');
    expect((await first(`${token.slice(0, -1)}-`, 'astrid@example.net')).status).toBe(403);
    // What two do with it at once makes one admin.
    const both = await Promise.all([first(token, 'astrid@example.net'), first(token, 'mallory@example.net')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect((await first(token, 'again@example.net')).status).toBe(404);
    expect((await ask('/first-run')).status).toBe(404);
    const email = both[0]?.status === 201 ? 'astrid@example.net' : 'mallory@example.net';

    const admin = as(await signIn(product.url(), email, PASSWORD));
    expect(listSchema.parse((await admin.get('/api/flash/templates')).json()).items).toHaveLength(4);
    await admin.send(201, 'POST', '/api/admin/users', { name: 'Kari Strand', email: 'kari@example.net', password: PASSWORD, role: 'dispatcher' });
    const unit = async (callSign: string) =>
      unitAnswerSchema.parse((await admin.send(201, 'POST', '/api/units', { callSign, name: `Pumper ${callSign}`, kind: 'pumper', station: 'Hamar' })).json()).unit;
    const [h11, h12] = [await unit('H11'), await unit('H12')];
    await admin.send(200, 'PATCH', '/api/units/codes/1', { version: 1, text: 'On the way' });
    await admin.send(422, 'PUT', '/api/admin/simulator', { on: true });

    const cookie = await signIn(product.url(), 'kari@example.net', PASSWORD);
    const kari = as(cookie);
    const before = await snapshot(cookie);
    expect(before).toMatchObject({ demo: null, board: { incidents: [], bonfires: [] } });
    expect(before.board.units.map(({ callSign, code }) => `${callSign} ${code}`)).toEqual(['H11 6', 'H12 6']);
    expect(before.board.codes).toHaveLength(11);
    const { incident } = incidentChangedSchema.parse((await kari.send(201, 'POST', '/api/incidents', { title: 'Smoke in the stairwell', type: 'fire', priority: 'P1' })).json());
    await kari.send(200, 'POST', `/api/units/${h11.id}/assign`, { incidentId: incident.id });
    await kari.send(200, 'POST', `/api/units/${h11.id}/status`, { code: '1' });
    await kari.send(200, 'POST', `/api/units/${h11.id}/status`, { code: '2' });
    await kari.send(201, 'POST', `/api/incidents/${incident.id}/log`, { kind: 'utterance', text: 'Fire is out', clientMsgId: crypto.randomUUID() });
    const now = (await snapshot(cookie)).board.incidents[0];
    const moved = await kari.send(200, 'POST', `/api/incidents/${incident.id}/transitions`, { action: 'stabilize', version: now?.version ?? 0 });
    expect(incidentMovedSchema.parse(moved.json()).assigned.map(({ callSign }) => callSign)).toEqual(['H11']);
    await admin.send(200, 'DELETE', `/api/units/${h12.id}`);
    const kept = (await snapshot(cookie)).board;

    // Whoever forgets DEMO=0 the next time gets no accounts with a public password on this board.
    const again = await product.start({});
    expect(again).toContain('this is no demonstration');
    expect(again).not.toMatch(/watchroom-demo|first-run/);
    expect((await ask('/sign-in')).text).not.toMatch(/Demo accounts|Nobody can sign in/);
    expect((await first(token, 'late@example.net')).status).toBe(404);
    const after = (await snapshot(cookie)).board;
    const facts = ({ incidents, units, codes, policy }: z.infer<typeof boardSchema>) => ({ incidents, units, codes, policy });
    expect(facts(after)).toEqual(facts(kept));
    expect(after.incidents[0]).toMatchObject({ title: 'Smoke in the stairwell', status: 'stable' });
    expect(after.units.map(({ callSign, code }) => `${callSign} ${code}`)).toEqual(['H11 2']);
    expect(after.codes[0]).toMatchObject({ code: '1', text: 'On the way' });
    expect((await kari.get(`/api/incidents/${incident.id}/log`)).text).toContain('Fire is out');
  }, LONG_MS);
});

describe('a demonstration (X3, S3)', () => {
  const product = useProduct();
  const snapshot = (cookie: string) => request(`${product.url()}/api/snapshot`, { headers: { cookie } });
  const boardNow = (cookie: string) =>
    eventually('the snapshot', async () => {
      const answer = await snapshot(cookie);
      // Busy is said with a time to come back.
      if (answer.status === 503) return null;
      if (answer.status !== 200) throw new Error(`The snapshot gave ${answer.status}: ${answer.text}`);
      return snapshotSchema.parse(answer.json());
    });
  const demoNow = async (cookie: string) => (await boardNow(cookie)).demo;

  it('opens with calls under way and the simulator running; DEMO=0 closes its accounts, and DEMO=1 opens them again', async () => {
    const said = await product.start({ DEMO: '1' });
    expect(said).toMatch(/password watchroom-demo/);
    const cookie = await signIn(product.url(), 'dispatcher1@example.org');
    const { demo, board } = await boardNow(cookie);
    expect(demo).toEqual({ simulating: true });
    expect(board.incidents.length).toBeGreaterThanOrEqual(3);
    expect(board.units.filter(({ incidentId }) => incidentId !== null).length).toBeGreaterThanOrEqual(6);
    const supervisor = await signIn(product.url(), 'supervisor@example.org');
    const off = await request(`${product.url()}/api/admin/simulator`, { method: 'PUT', headers: { cookie: supervisor }, body: { on: false } });
    expect(off.status).toBe(200);

    const closed = await product.start({ DEMO: '0' });
    expect(closed).toMatch(/^9 demo accounts with the published password were disabled and signed out\. An account of your own: npm run admin -- create/m);
    expect(tokenIn(closed)).not.toBeNull();
    expect((await snapshot(cookie)).status).toBe(401);
    await expect(signIn(product.url(), 'admin@example.org')).rejects.toThrow(/could not sign in/);
    // Again there is nothing to close, and another token is offered.
    const second = await product.start({ DEMO: '0' });
    expect(second).not.toMatch(/demo accounts/);
    expect(tokenIn(second)).not.toBe(tokenIn(closed));

    await product.start({ DEMO: '1' });
    expect((await snapshot(cookie)).status).toBe(401);
    // Whoever ended the simulator has ended it.
    expect(await demoNow(await signIn(product.url(), 'dispatcher1@example.org'))).toEqual({ simulating: false });
    const again = await signIn(product.url(), 'supervisor@example.org');
    const on = await request(`${product.url()}/api/admin/simulator`, { method: 'PUT', headers: { cookie: again }, body: { on: true } });
    expect(on.status).toBe(200);
    await product.start({ DEMO: '1', DEMO_SIMULATOR: '0' });
    expect(await demoNow(again)).toEqual({ simulating: false });
  }, LONG_MS);
});
