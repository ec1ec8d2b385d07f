import { setTimeout as delay } from 'node:timers/promises';
import type { RedisProcess } from '@/local/redis/contract/redis-process';
import { createMutex } from '@/lib/core/mutex';
import type { App } from '../app';
import type { Board } from '../board';
import type { Balancer } from './balancer';
import type { ChaosClient } from './client';
import type { Dice } from './random';
import type { FaultCounts } from './settings';

const AWAY_MS = { min: 200, max: 2_000 };

/** What can be broken. */
export interface FaultsInput {
  readonly board: Board;
  readonly redisServer: RedisProcess;
  readonly balancer: Balancer;
  readonly clients: readonly ChaosClient[];
  readonly counts: FaultCounts;
  readonly seconds: number;
  readonly dice: Dice;
  readonly log: (line: string) => void;
}

/**
 * Breaks everything as often as asked, each at a moment of its own within the time; what falls while its part is
 * still being mended comes right after that. Resolves when the last is mended.
 */
export async function breakThings({ board, redisServer, balancer, clients, counts, seconds, dice, log }: FaultsInput): Promise<void> {
  const startedAt = performance.now();
  const redis = createMutex();
  const rest = createMutex();
  const locks = new Map(board.apps.map((app) => [app, createMutex()]));
  const away = () => delay(dice.between(AWAY_MS.min, AWAY_MS.max));
  const say = (what: string) => log(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${what}`);
  const inTurn = (app: App, work: () => Promise<void>) => locks.get(app)?.(() => balancer.without(app, work)) ?? Promise.resolve();

  const killRedis = () =>
    redis(async () => {
      say('Redis killed');
      await redisServer.crash();
      await away();
      await redisServer.restart();
    });
  const killRest = () =>
    rest(async () => {
      say('REST server killed');
      await board.redis.kill();
      await away();
      await board.redis.start();
    });
  const killApp = (app: App) =>
    inTurn(app, async () => {
      say(`instance ${board.apps.indexOf(app) + 1} killed`);
      await app.kill();
      await away();
      await app.start();
    });
  const endApp = (app: App) =>
    inTurn(app, async () => {
      say(`instance ${board.apps.indexOf(app) + 1} asked to end`);
      const { how, afterMs } = await app.terminate();
      say(`instance ${board.apps.indexOf(app) + 1} ${how} after ${Math.round(afterMs)} ms`);
      await app.start();
    });

  const times = (count: number, fault: () => unknown) => Array.from({ length: count }, () => fault);
  // By turns: both instances get their share of each fault, however the dice fall.
  const byTurns = (count: number, fault: (app: App) => unknown) =>
    Array.from({ length: count }, (_, index) => () => fault(board.apps[index % board.apps.length] ?? board.app));
  const faults = [
    ...times(counts.cuts, () => {
      say('all connections cut');
      balancer.cut();
    }),
    ...times(counts.drops, () => dice.pick(clients).drop()),
    ...times(counts.redisKills, killRedis),
    ...times(counts.restKills, killRest),
    ...byTurns(counts.appKills, killApp),
    ...byTurns(counts.appTerms, endApp),
  ];
  await Promise.all(
    faults.map(async (fault) => {
      await delay(dice.between(0, seconds * 1_000));
      await fault();
    }),
  );
}
