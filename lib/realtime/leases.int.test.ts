import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '@/testing/hub-world';
import { createLeases, type Leases } from './leases';

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

const anna = (clientId: string) => ({ userId: 'anna', clientId });

describe('leases', () => {
  it('let a user have three places and refuse the fourth, whichever instance is asked [RT14]', async () => {
    const other = createLeases(world.redis, 3);
    expect(await leases.claim(anna('a'))).toBe(true);
    expect(await other.claim(anna('b'))).toBe(true);
    expect(await leases.claim(anna('c'))).toBe(true);
    expect(await other.claim(anna('d'))).toBe(false);
    expect(await leases.claim({ userId: 'bert', clientId: 'd' })).toBe(true);
  });

  it('let a client that comes back have its own place', async () => {
    for (const id of ['a', 'b', 'c']) await leases.claim(anna(id));
    expect(await leases.claim(anna('b'))).toBe(true);
  });

  it('hand out exactly three when ten ask at once [RT14]', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => leases.claim(anna(`c${n}`))));
    expect(answers.filter(Boolean)).toHaveLength(3);
  });

  it('free a place at once when it is given back', async () => {
    for (const id of ['a', 'b', 'c']) await leases.claim(anna(id));
    await leases.release(anna('a'));
    expect(await leases.claim(anna('d'))).toBe(true);
  });

  it('free the places of a killed server within 30 seconds, and keep those that are renewed', async () => {
    for (const id of ['a', 'b', 'c']) await leases.claim(anna(id));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15_000 });
    await leases.renew([anna('a')]);
    expect(await leases.claim(anna('d'))).toBe(false);
    vi.setSystemTime(Date.now() + 9_000);
    expect(await leases.claim(anna('d'))).toBe(true);
    expect(await leases.claim(anna('e'))).toBe(true);
    expect(await leases.claim(anna('f'))).toBe(false);
  });
});
