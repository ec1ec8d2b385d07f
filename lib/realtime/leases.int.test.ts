import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '@/testing/hub-world';
import { createLeases, type Claimed, type Leases } from './leases';

let world: World;
let leases: Leases;

beforeEach(async () => {
  world = await startWorld();
  leases = createLeases(world.redis, 3);
});
afterEach(async () => {
  vi.useRealTimers();
  await world.end();
});

const anna = (clientId: string, kind = 'board') => ({ userId: 'anna', kind, clientId });
/** A lease that was granted, for what cannot go on without one. */
async function taken(request: ReturnType<typeof anna>, from: Leases = leases): Promise<Claimed> {
  const claimed = await from.claim(request);
  if (!claimed) throw new Error(`No slot for ${request.clientId}.`);
  return claimed;
}

describe('leases', () => {
  it('let a user have three slots and refuse the fourth, whichever instance is asked [RT14]', async () => {
    const other = createLeases(world.redis, 3);
    await taken(anna('a'));
    await taken(anna('b'), other);
    await taken(anna('c'));
    expect(await other.claim(anna('d'))).toBeNull();
    await taken({ ...anna('d'), userId: 'bert' });
  });

  it('let a client that comes back have its own slot, and say that it moved', async () => {
    for (const id of ['a', 'b', 'c']) expect(await taken(anna(id))).toMatchObject({ moved: false });
    expect(await taken(anna('b'))).toMatchObject({ moved: true });
  });

  it('count the streams of one client id on several kinds of stream as several [RT14]', async () => {
    for (const kind of ['board', 'rooms', 'infrastructure']) expect(await taken(anna('a', kind))).toMatchObject({ moved: false });
    expect(await leases.claim(anna('a', 'another'))).toBeNull();
  });

  it('take the slot away from the stream whose client moved, and from nobody else [RT14]', async () => {
    const before = await taken(anna('a'));
    const other = await taken(anna('b'));
    const after = await taken(anna('a'));
    expect(await leases.renew([before.lease, other.lease, after.lease])).toEqual([before.lease]);
  });

  it('give back what Redis forgot as long as there is a slot, and no more [RT14]', async () => {
    const held = [];
    for (const id of ['a', 'b', 'c']) held.push((await taken(anna(id))).lease);
    await world.redis.del('watchroom:leases:anna');
    await taken(anna('d'));
    expect(await leases.renew(held)).toHaveLength(1);
    expect(await leases.claim(anna('e'))).toBeNull();
  });

  it('hand out exactly three when ten ask at once [RT14]', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => leases.claim(anna(`c${n}`))));
    expect(answers.filter(Boolean)).toHaveLength(3);
    expect(await world.redis.zcard('watchroom:leases:anna')).toBe(3);
  });

  it('free a slot at once when it is given back', async () => {
    const first = await taken(anna('a'));
    for (const id of ['b', 'c']) await taken(anna(id));
    await leases.release(first.lease);
    await taken(anna('d'));
  });

  it('free the slots of a killed server within 30 seconds, and keep those that are renewed', async () => {
    const first = await taken(anna('a'));
    for (const id of ['b', 'c']) await taken(anna(id));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15_000 });
    expect(await leases.renew([first.lease])).toEqual([]);
    expect(await leases.claim(anna('d'))).toBeNull();
    vi.setSystemTime(Date.now() + 9_000);
    await taken(anna('d'));
    await taken(anna('e'));
    expect(await leases.claim(anna('f'))).toBeNull();
  });
});
