import { beforeEach, describe, expect, it } from 'vitest';
import { useParts } from '@/testing/use-parts';

useParts();

const TOKEN = 'a1'.repeat(24);
const modules = async () => ({ ...(await import('./push')), ...(await import('@/lib/server/db/client')) });
const beat = async (query: string, token = TOKEN) => (await modules()).takeHeartbeat(token, new URLSearchParams(query));
const stored = async () =>
  (await modules()).db().monitor.findUniqueOrThrow({ where: { id: 'pushed' }, select: { pushAt: true, pushOutcome: true, pushMessage: true, pushPingMs: true } });

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
    ['status=down&msg=two%0Alines', 'fail', null, null],
  ])('"%s" is stored', async (query, outcome, message, ping) => {
    await beat(query);
    expect(await stored()).toMatchObject({ pushOutcome: outcome, pushMessage: message, pushPingMs: ping });
  });

  it('leaves nothing of the one before', async () => {
    await beat('status=down&msg=Broken&ping=5');
    await beat('');
    expect(await stored()).toMatchObject({ pushOutcome: 'ok', pushMessage: null, pushPingMs: null });
  });

  it.each([['status=green', 'status'], ['status=', 'status'], ['ping=soon', 'ping'], ['ping=-1', 'ping'], ['ping=Infinity', 'ping'], ['ping=3600001', 'ping']])('"%s" is refused in words, and nothing is stored', async (query, path) => {
    await expect(beat(query)).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path, message: expect.stringMatching(/\S+ .+/) }] } });
    expect((await stored()).pushAt).toBeNull();
  });

  it('at an address that nobody gave out does not exist', async () => {
    for (const token of ['b2'.repeat(24), 'short', TOKEN.toUpperCase(), `${TOKEN}0`, '']) await expect(beat('', token)).rejects.toMatchObject({ code: 'not_found' });
    expect((await stored()).pushAt).toBeNull();
  });
});
