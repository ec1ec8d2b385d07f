import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRedisServer, startRedisProcess, type RedisProcess } from './contract/redis-process';
import { randomCommands, type RandomCommand } from './contract/random-commands';
import { startOwnTarget, type OwnTarget } from './contract/target';
import { createMemoryEngine } from './memory/memory-engine';
import { createRedisEngine } from './real/redis-engine';

const BUDGET_MS = Number(process.env.DIFFERENTIAL_MS ?? 4_000);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20_261_120);

describe.runIf(hasRedisServer() || process.env.CI)('the engine in memory beside a real Redis', () => {
  let redis: RedisProcess;
  let memory: OwnTarget;
  let real: OwnTarget;

  beforeAll(async () => {
    redis = await startRedisProcess('--appendonly', 'no');
    memory = await startOwnTarget(createMemoryEngine());
    real = await startOwnTarget(await createRedisEngine({ url: redis.url, log: () => undefined }));
  });
  afterAll(async () => {
    await memory.close();
    await real.close();
    await redis.remove();
  });

  test('gives the same replies to any run of commands', async () => {
    const property = fc.asyncProperty(randomCommands, async (commands) => {
      const [ours, theirs] = await Promise.all([replies(memory, commands), replies(real, commands)]);
      expect(ours).toEqual(theirs);
    });
    await fc.assert(property, { seed: SEED, numRuns: 100_000, interruptAfterTimeLimit: BUDGET_MS, endOnFailure: false });
  });
});

/** The commands and their replies on an empty store. */
async function replies(target: OwnTarget, commands: readonly RandomCommand[]): Promise<unknown[]> {
  const response = await target.request('/pipeline', { body: JSON.stringify([['FLUSHALL'], ...commands]) });
  const [, ...outcomes] = (await response.json()) as { result?: unknown; error?: string }[];
  return outcomes.map((outcome, at) => [commands[at], inOrder(commands[at] ?? [], outcome)]);
}

/** Redis promises no order in sets and among keys. */
function inOrder(command: RandomCommand, outcome: { result?: unknown; error?: string }): unknown {
  const unordered = ['KEYS', 'SCAN', 'SMEMBERS'].includes(command[0] ?? '');
  return unordered && Array.isArray(outcome.result) ? { result: outcome.result.flat().sort() } : outcome;
}
