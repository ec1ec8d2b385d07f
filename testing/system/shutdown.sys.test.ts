import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

const LIMIT_MS = 10_000;

describe('an instance that is asked to end (SIGTERM)', () => {
  const board = useBoard();
  let staying: App;
  let supervisor: Person;
  let dispatchers: Person[];
  beforeAll(async () => {
    staying = await board().addInstance();
    [supervisor, ...dispatchers] = (await people(staying.url, 'supervisor', 'dispatcher1', 'dispatcher2', 'dispatcher3', 'observer')) as [Person, ...Person[]];
  });

  it('tells every stream to go elsewhere, ends it in order and exits with 0 in time [RT21]', async () => {
    const leaving = await board().addInstance();
    const streams = await Promise.all(dispatchers.map((who) => who.at(leaving.url).stream()));
    await supervisor.broadcast('before');
    await Promise.all(streams.map((stream) => stream.waitForEvent('test.broadcast')));
    const ending = leaving.terminate();
    for (const stream of streams) {
      const { withinMs } = (await stream.waitForFrame('rotate')).data as { withinMs: number };
      expect(withinMs).toBeLessThan(LIMIT_MS);
      expect(await stream.over).toBe('ended');
    }
    const { how, afterMs } = await ending;
    expect(how).toBe('ended with code 0');
    expect(afterMs).toBeLessThan(LIMIT_MS);
  });

  it('loses nothing of what is sent while it ends: each stream goes on elsewhere from its cursor [RT21]', async () => {
    const leaving = await board().addInstance();
    const streams = await Promise.all(dispatchers.map((who) => who.at(leaving.url).stream()));
    const labels = Array.from({ length: 40 }, (_, index) => `while ending ${index}`);
    const ending = leaving.terminate();
    for (const label of labels) await supervisor.broadcast(label);
    await Promise.all(
      streams.map(async (old, index) => {
        await old.over;
        const next = await dispatchers[index]?.at(staying.url).stream({ lastEventId: old.cursor() });
        const last = (event: { data: unknown }) => (event.data as { label: string }).label === labels.at(-1);
        if (!old.events().some(last)) await next?.waitForEvent('test.broadcast', last);
        const heard = [...old.events(), ...(next?.events() ?? [])].map((event) => (event.data as { label: string }).label);
        expect(heard).toEqual(labels);
      }),
    );
    expect((await ending).how).toBe('ended with code 0');
  });

  it('takes no new stream while it ends, and says when to come back', async () => {
    const leaving = await board().addInstance();
    const here = supervisor.at(leaving.url);
    const stream = await here.stream();
    const ending = leaving.terminate();
    await stream.waitForFrame('rotate');
    const answer = await here.get('/api/sse').catch((error: unknown) => error as NodeJS.ErrnoException);
    if ('status' in answer) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    } else {
      expect(answer.code).toMatch(/ECONNREFUSED|ECONNRESET/);
    }
    await ending;
  });

  it('ends at once when asked a second time, or within the same bounds', async () => {
    const leaving = await board().addInstance();
    await supervisor.at(leaving.url).stream();
    const ending = leaving.terminate();
    process.kill(leaving.pid(), 'SIGTERM');
    expect((await ending).afterMs).toBeLessThan(LIMIT_MS);
  });

  it('without any stream exits with 0 in time', async () => {
    const leaving = await board().addInstance();
    const { how, afterMs } = await leaving.terminate();
    expect(how).toBe('ended with code 0');
    expect(afterMs).toBeLessThan(LIMIT_MS);
  });

  it('exits in time while Redis is away, and its streams end [RT21]', async () => {
    const leaving = await board().addInstance();
    const stream = await supervisor.at(leaving.url).stream();
    await board().redis.kill();
    await stream.waitForFrame('upstream');
    const { how, afterMs } = await leaving.terminate();
    expect(how).toBe('ended with code 0');
    expect(afterMs).toBeLessThan(LIMIT_MS);
    await stream.over;
    await board().redis.start();
  });
});
