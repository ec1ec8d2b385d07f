import { beforeEach, describe, expect, it } from 'vitest';
import { useParts } from '@/testing/use-parts';

useParts();

const TOKEN = 'a1'.repeat(24);
const modules = async () => ({ ...(await import('./push')), ...(await import('@/lib/server/db/client')) });
const beat = async (query: string, token = TOKEN, over: object = {}) => (await modules()).takeHeartbeat(token, { signal: null, query: new URLSearchParams(query), body: '', contentType: '', ...over });
const stored = async () =>
  (await modules()).db().monitor.findUniqueOrThrow({ where: { id: 'pushed' }, select: { pushAt: true, pushStartedAt: true, pushOutcome: true, pushMessage: true, pushPingMs: true } });

describe('a heartbeat from outside', () => {
  beforeEach(async () => {
    const { db } = await modules();
    await db().monitor.deleteMany({ where: { id: 'pushed' } });
    const settings = { intervalMs: 30_000, timeoutMs: 5_000, onDown: {}, position: 99 };
    await db().monitor.create({ data: { id: 'pushed', key: 'pushed', name: 'Backup', kind: 'push', config: { kind: 'push' }, pushToken: TOKEN, ...settings } });
  });

  it('needs no more than its address: it means that all is well', async () => {
    const before = Date.now();
    await beat('');
    expect(await stored()).toMatchObject({ pushOutcome: 'ok', pushMessage: null, pushPingMs: null });
    expect((await stored()).pushAt?.getTime()).toBeGreaterThanOrEqual(before);
  });

  it.each([
    ['status=up&msg=OK&ping=', 'ok', 'OK', null],
    ['status=warn&msg=Disk+at+90+%25&ping=12.5', 'warn', 'Disk at 90 %', 12.5],
    ['status=down&msg=', 'fail', null, null],
    ['ping=0', 'ok', null, 0],
    ['status=down&msg=two%0Alines', 'fail', 'two lines', null],
  ])('"%s" is stored', async (query, outcome, message, ping) => {
    await beat(query);
    expect(await stored()).toMatchObject({ pushOutcome: outcome, pushMessage: message, pushPingMs: ping });
  });

  it('leaves nothing of the one before', async () => {
    await beat('status=down&msg=Broken&ping=5');
    await beat('');
    expect(await stored()).toMatchObject({ pushOutcome: 'ok', pushMessage: null, pushPingMs: null });
  });

  it('with whatever it says besides is taken', async () => {
    await beat(`status=green&ping=soon&msg=${'x'.repeat(20_000)}%00&other=1`);
    expect(await stored()).toMatchObject({ pushOutcome: 'warn', pushPingMs: null, pushMessage: expect.stringMatching(/^The heartbeat has the status “green”.*x…$/) });
    expect((await stored()).pushMessage?.length).toBe(250);
  });

  it('that a job starts is no heartbeat; how long it ran stands with its end', async () => {
    await beat('', TOKEN, { signal: 'start' });
    expect(await stored()).toMatchObject({ pushAt: null, pushStartedAt: expect.any(Date) });
    await beat('', TOKEN, { signal: 'fail', body: 'No space left', contentType: 'application/x-www-form-urlencoded' });
    const { pushPingMs, ...rest } = await stored();
    expect(rest).toMatchObject({ pushOutcome: 'fail', pushMessage: 'No space left' });
    expect(pushPingMs).toBeLessThan(60_000);
    await beat('');
    expect(await stored()).toMatchObject({ pushOutcome: 'ok', pushPingMs: null });
  });

  it('for the log changes nothing, at an address that somebody gave out', async () => {
    await beat('', TOKEN, { signal: 'log', body: 'Half done' });
    expect(await stored()).toMatchObject({ pushAt: null, pushStartedAt: null, pushMessage: null });
    await expect(beat('', 'b2'.repeat(24), { signal: 'log' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('at an address that nobody gave out does not exist', async () => {
    for (const token of ['b2'.repeat(24), 'short', TOKEN.toUpperCase(), `${TOKEN}0`, '']) await expect(beat('', token)).rejects.toMatchObject({ code: 'not_found' });
    expect((await stored()).pushAt).toBeNull();
  });
});
