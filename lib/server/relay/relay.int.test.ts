import { beforeEach, describe, expect, it } from 'vitest';
import { parseCursor } from '@/lib/protocol/cursor';
import { useParts } from '@/testing/use-parts';

const parts = useParts();

const load = async () => {
  const [{ db }, { emit }, relay, { eventLog, serverRedis }, { relayAfterCommit }] = await Promise.all([
    import('../db/client'),
    import('../outbox/emit'),
    import('./relay'),
    import('./log'),
    import('./request-relay'),
  ]);
  return { db, emit, ...relay, eventLog, serverRedis, relayAfterCommit };
};

const AT = '2026-11-20T14:02:31.000Z';

async function commit(...labels: string[]): Promise<void> {
  const { db, emit } = await load();
  await db().$transaction(async (tx) => {
    for (const label of labels) {
      await emit(tx, 'test.broadcast', { id: label, label, sentAt: AT, sentBy: 'x' }, [{ permission: 'board.read' }]);
    }
  });
}

async function labelsOnTheLog(): Promise<string[]> {
  const { eventLog } = await load();
  const { entries } = await eventLog().readAfter('0-0', 1_000);
  return entries.map((entry) => (JSON.parse(entry.json) as { data: { label: string } }).data.label);
}

beforeEach(async () => {
  const { db, serverRedis, relayOutbox } = await load();
  await relayOutbox();
  await db().outboxEvent.deleteMany();
  await serverRedis().flushall();
});

describe('the relay', () => {
  it('appends what was committed in the order of commit, and marks it [RT1]', async () => {
    const { relayOutbox, db } = await load();
    await commit('a', 'b');
    await commit('c');
    expect(await relayOutbox()).toBe(3);
    expect(await labelsOnTheLog()).toEqual(['a', 'b', 'c']);
    expect(await db().outboxEvent.count({ where: { sentAt: null } })).toBe(0);
    expect(await relayOutbox()).toBe(0);
  });

  it('sends nothing of a transaction that was rolled back [RT1]', async () => {
    const { db, emit, relayOutbox } = await load();
    const failing = db().$transaction(async (tx) => {
      await emit(tx, 'test.broadcast', { id: '1', label: 'never', sentAt: AT, sentBy: 'x' }, [{ permission: 'board.read' }]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await relayOutbox();
    expect(await labelsOnTheLog()).toEqual([]);
  });

  it('sends each event once, however many relays run at once [RT1]', async () => {
    const { relayOutbox } = await load();
    const labels = Array.from({ length: 450 }, (_, n) => `${n}`);
    await commit(...labels);
    await Promise.all(Array.from({ length: 5 }, () => relayOutbox()));
    expect(await labelsOnTheLog()).toEqual(labels);
  });

  it('keeps what it cannot send, answers in about a second, and sends it once when the log is back [RT1]', async () => {
    const { relayAfterCommit, relayOutbox } = await load();
    await parts().redis.kill();
    await commit('waits');
    const since = performance.now();
    expect(await relayAfterCommit()).toBe('queued');
    expect(performance.now() - since).toBeLessThan(10_000);
    await parts().redis.start();
    await expect.poll(() => relayOutbox().then(() => true, () => false), { timeout: 15_000 }).toBe(true);
    expect(await labelsOnTheLog()).toEqual(['waits']);
  });

  it('gives the log a new life when its newest entries are gone [RT13]', async () => {
    const { relayOutbox, reconcileLog, eventLog, serverRedis, db } = await load();
    await commit('kept', 'torn off');
    await relayOutbox();
    const before = await eventLog().ends();
    await reconcileLog();
    expect((await eventLog().ends()).epoch).toBe(before.epoch);
    const last = await db().outboxEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await serverRedis().xdel('watchroom:log', parseCursor(last.logCursor)?.streamId ?? '');
    await commit('after the tear');
    await reconcileLog();
    expect((await eventLog().ends()).epoch).not.toBe(before.epoch);
    await relayOutbox();
    expect(await labelsOnTheLog()).toEqual(['kept', 'after the tear']);
  });

  it('writes the accounts anew when Redis has lost them [RT9]', async () => {
    const { reconcileLog, serverRedis, db } = await load();
    await db().user.upsert({
      where: { id: 'u1' },
      update: {},
      create: { id: 'u1', email: 'u1@example.org', name: 'U', role: 'dispatcher', passwordHash: 'x', sessionVersion: 4 },
    });
    expect(await serverRedis().exists('watchroom:sessions')).toBe(0);
    await reconcileLog();
    expect(await serverRedis().hmget('watchroom:sessions', 'u1', '_ready')).toEqual(['4:dispatcher', '1']);
  });
});
