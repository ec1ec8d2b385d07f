import { describe, expect, it } from 'vitest';
import type { Infrastructure } from '@/lib/protocol/infrastructure';
import { startPageServer, text } from '@/lib/server/monitoring/probes/testing/page-server';
import { person } from '../person';
import { useBoard } from '../use-board';
import { allUp, eventually, LOOKS, now } from './infrastructure-world';

describe('two instances that may both look', () => {
  const board = useBoard({ env: LOOKS, instances: 2 });

  it('only one does; when it is killed the other takes over, no slot is looked at twice, and nothing is called up in between that is not known', async () => {
    const asked: number[] = [];
    const server = await startPageServer((request, response) => {
      asked.push(Math.floor(Date.now() / 2_000));
      text('well')(request, response);
    });
    const [first, second] = await Promise.all(board().apps.map((app) => person(app.url, 'admin')));
    if (!first || !second) throw new Error('There are two instances.');
    await first.post('/api/monitors', { name: 'Counted', config: { kind: 'http', url: `${server.origin}/` }, intervalMs: 2_000, timeoutMs: 1_000 });
    await allUp(first);
    await eventually('some looks', () => asked.length >= 5);
    const looker = board().apps.find((app) => app.output().includes('This instance looks at services now.'));
    const other = board().apps.find((app) => app !== looker);
    if (!looker || !other) throw new Error('Exactly one instance looks.');
    expect(other.output()).not.toContain('looks at services now');
    await looker.kill();
    const killedAt = Date.now();
    await eventually('the other to take over', () => other.output().includes('This instance looks at services now.'));
    const tookMs = Date.now() - killedAt;
    console.log(`collector: taken over after ${tookMs} ms`);
    // The promise is ten seconds; a busy test machine may add to it, but not this much.
    expect(tookMs).toBeLessThan(20_000);
    const left = other === board().apps[0] ? first : second;
    await eventually('all to be up again', async () => (await now(left)).services.every(({ state }) => state === 'up'));
    expect(new Set(asked).size).toBe(asked.length);
    await server.close();
  });
});

describe('when nobody looks any more', () => {
  const board = useBoard({ env: LOOKS });

  it('everything turns unknown within three intervals and never stays green', async () => {
    const watcher = await board().addInstance({ INFRA_COLLECT: '0' });
    const who = await person(watcher.url, 'observer');
    await allUp(who);
    await board().app.kill();
    const killedAt = Date.now();
    const old = (payload: Infrastructure) => payload.services.filter(({ state, checked_at, interval_ms }) => state === 'up' && Date.now() - Date.parse(checked_at ?? '') > 3 * interval_ms + 1_000);
    await eventually('all to be unknown', async () => {
      const payload = await now(who);
      expect(old(payload)).toEqual([]);
      return payload.services.every(({ state }) => state === 'unknown');
    });
    console.log(`nobody looks: all unknown after ${Date.now() - killedAt} ms`);
    expect((await now(who)).status).toBe('unknown');
  });
});

describe('where no server lives on', () => {
  const board = useBoard();

  it('the scheduler’s call looks at services for a while, and so does somebody’s look at the board', async () => {
    const hosted = await board().addInstance({ INFRA_COLLECT: '1', VERCEL: '1', NEXTAUTH_URL: 'http://localhost' });
    expect((await fetch(`${hosted.url}/api/cron/collect`)).status).toBe(401);
    const calling = fetch(`${hosted.url}/api/cron/collect`, { headers: { authorization: `Bearer ${board().secrets.cronSecret}` } }).catch(() => null);
    await eventually('the database to be seen up', async () => (await board().sql(`SELECT 1 FROM monitor_states WHERE monitor_id = 'builtin-database' AND state = 'up'`)).length === 1);
    // Whoever looks at the board has services looked at as well, should no scheduler call.
    await hosted.restart();
    await calling;
    await board().sql(`DELETE FROM monitor_states`);
    await board().redisCommand('DEL', 'watchroom:collector');
    const who = await person(hosted.url, 'observer');
    expect((await who.get('/api/infrastructure')).status).toBe(200);
    await eventually('the database to be seen up again', async () => (await board().sql(`SELECT 1 FROM monitor_states WHERE monitor_id = 'builtin-database' AND state = 'up'`)).length === 1);
  });
});
