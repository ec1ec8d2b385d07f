import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEvents } from './contract/event-lines';
import { outageContract } from './contract/outage';
import { ownServerContract } from './contract/own-server';
import { protocolContract } from './contract/protocol';
import { pubSubContract } from './contract/pub-sub';
import { hasRedisServer, startRedisProcess, type RedisProcess } from './contract/redis-process';
import { sortedSetsContract } from './contract/sorted-sets';
import { streamsContract } from './contract/streams';
import { createTarget, startOwnTarget, type OwnTarget, type Target } from './contract/target';
import { valuesContract } from './contract/values';
import type { Engine } from './engine';
import { createMemoryEngine } from './memory/memory-engine';
import { createRedisEngine } from './real/redis-engine';

/** The part that holds for every server of the protocol, this one and Upstash's own. */
function sharedContract(target: () => Target): void {
  describe('values', () => valuesContract(target));
  describe('sorted sets', () => sortedSetsContract(target));
  describe('streams', () => streamsContract(target));
  describe('publish and subscribe', () => pubSubContract(target));
  describe('protocol', () => protocolContract(target));
}

function ownContract(createEngine: () => Engine | Promise<Engine>): void {
  let target: OwnTarget;
  beforeAll(async () => {
    target = await startOwnTarget(await createEngine());
  });
  afterAll(() => target.close());

  sharedContract(() => target);
  describe('this server', () => ownServerContract(() => target));

  test('closing the server ends its streams and frees its port', async () => {
    const other = await startOwnTarget(await createEngine());
    const events = await openEvents(other, 'subscribe', 'room');
    const end = events.data();
    await other.close();
    expect(await end).toBeUndefined();
    await expect(fetch(`${other.url}/health`)).rejects.toThrow('fetch failed');
  });
}

describe('in memory', () => ownContract(() => createMemoryEngine()));

if (hasRedisServer() || process.env.CI) {
  describe('a real Redis', () => {
    let redis: RedisProcess;
    beforeAll(async () => {
      redis = await startRedisProcess();
    });
    afterAll(() => redis.remove());
    ownContract(() => createRedisEngine({ url: redis.url, log: () => undefined }));
  });
  describe('a real Redis that goes away', outageContract);
} else {
  console.warn('NOT TESTED: the contract against a real Redis, because there is no redis-server on the PATH');
  describe('a real Redis (NOT TESTED: no redis-server on the PATH)', () => test.skip('everything', () => undefined));
}

const { CONTRACT_UPSTASH_URL: upstashUrl, CONTRACT_UPSTASH_TOKEN: upstashToken } = process.env;
if (upstashUrl && upstashToken) {
  describe('a real Upstash', () => {
    const target = createTarget(upstashUrl.replace(/\/$/, ''), upstashToken);
    afterAll(() => target.close());
    sharedContract(() => target);
  });
}
