import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_REPLAY_EVENTS } from '@/lib/protocol/constants';
import { listen, startWorld, testEvent, type World } from '@/testing/hub-world';

const MORE = MAX_REPLAY_EVENTS + 1_000;

let world: World;

beforeEach(async () => {
  world = await startWorld(MORE * 2);
});
afterEach(() => world.end());

describe('a hub that finds more at once than its window holds', () => {
  it('tells its clients to start over rather than leave something out unsaid, and goes on from there [RT5]', async () => {
    // Nothing rings, so that the log is read only every few seconds.
    const hub = world.newHub({ deafBell: true });
    const client = await listen().attach(hub);
    await world.log.append(Array.from({ length: MORE }, (_, n) => testEvent(`${n}`)));
    await client.until(() => client.heard.length > 0 || client.frames.includes('reset too_many'));
    expect(client.frames).toEqual(['connected', 'reset too_many']);
    await world.log.append([testEvent('after')]);
    await client.until(() => client.heard.includes('after'));
    expect(client.heard).toEqual(['after']);
  });
});
