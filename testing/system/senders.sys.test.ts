import { beforeAll, describe, expect, it } from 'vitest';
import { monitorAnswerSchema } from '@/lib/protocol/monitor';
import { person, type Person } from '../person';
import { statusDocuments } from '../statuspage-contract';
import { useBoard } from '../use-board';
import { eventually, LOOKS, now, stateOf } from './infrastructure-world';

const WEBHOOK_TOKEN = 'a-token-for-tests-of-webhooks-123';

describe('programs that send to a board, and programs that read it', () => {
  const board = useBoard({ env: { ...LOOKS, WEBHOOK_TOKEN } });
  let admin: Person;
  const call = (path: string, init: RequestInit = {}) => fetch(`${board().app.url}${path}`, { redirect: 'manual', ...init });
  beforeAll(async () => {
    admin = await person(board().app.url, 'admin');
  });

  it('heartbeats: every address, method and body that senders use is taken as it stands, without a redirect, and counts at once', async () => {
    const { monitor } = monitorAnswerSchema.parse((await admin.post('/api/monitors', { name: 'Backup', config: { kind: 'push' }, intervalMs: 86_400_000 })).json());
    const path = monitor.pushPath ?? '';
    const beat = async (state: 'up' | 'down' | 'warn', suffix: string, init: RequestInit = {}) => {
      expect((await call(`${path}${suffix}`, init)).status, suffix).toBe(200);
      await eventually(`${suffix || 'the address alone'} to make it ${state}`, async () => stateOf(await now(admin), 'backup') === state);
    };
    const json = (body: object): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    await beat('up', '');
    await beat('down', '/fail');
    await beat('up', '/', { method: 'HEAD' });
    await beat('down', '/fail/', { method: 'POST', body: 'No space left' });
    await beat('up', '?status=UP&msg=OK&ping=12,5');
    await beat('down', '', json({ status: 'down', msg: 'x'.repeat(1_000_000) }));
    await beat('up', '/0');
    await beat('down', '/3');
    await beat('up', '/?status=true', { method: 'POST', body: new URLSearchParams({ ping: 'junk' }) });
    await beat('warn', '', { method: 'POST', body: new URLSearchParams({ status: 'warn' }) });
    await beat('warn', '/start');
    await beat('warn', '/log', { method: 'POST', body: 'Half done' });
    for (const suffix of ['/256', '/fail/more', '/FAIL']) expect((await call(`${path}${suffix}`)).status, suffix).toBe(404);
  });

  it('Alertmanager: a report becomes an incident, its end completes it, and without the token nothing is taken', async () => {
    const report = (status: string) => ({ version: '4', alerts: [{ status, labels: { alertname: 'Down', severity: 'Critical' }, annotations: { summary: 'The host is down' }, startsAt: new Date().toISOString(), fingerprint: 'abc' }, 'odd'] });
    const send = (status: string, token = WEBHOOK_TOKEN) => call('/api/webhooks/alertmanager', { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(report(status)) });
    expect((await send('firing', 'wrong')).status).toBe(401);
    const answer = await send('firing');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ opened: 1, refused: [{ index: 1 }] });
    expect(await (await send('resolved')).json()).toMatchObject({ resolved: 1 });
    const { items } = (await admin.get('/api/incidents?view=all&q=The host is down')).json() as { items: object[] };
    expect(items).toMatchObject([{ priority: 'P1', status: 'completed', source: 'api' }]);
  });

  it('status page readers: every document of Statuspage under one base address, whole, once it is switched on', async () => {
    for (const path of Object.keys(statusDocuments)) expect((await call(`/api/v2/${path}`)).status).toBe(404);
    expect((await admin.post('/api/monitors/status-page', { on: true }, { method: 'PUT' })).status).toBe(200);
    for (const [path, schema] of Object.entries(statusDocuments)) {
      const answer = await call(`/api/v2/${path}`);
      expect(answer.status, path).toBe(200);
      schema.parse(await answer.json());
    }
    expect(await (await call('/api/status/summary.json')).json()).toMatchObject({ page: { url: board().app.url } });
  });
});
