import { startRedisProcess } from '@/local/redis/contract/redis-process';
import { startBoard } from '../testing/board';
import { isWhole, watchOutage } from '../testing/chaos/outage';
import { isClean, reportLines } from '../testing/chaos/report';
import { CHAOS_ENV, runChaos } from '../testing/chaos/run';
import { readChaosSettings } from '../testing/chaos/settings';

const AWAY_MS = 30_000;
// Two polls, and what a request to a dead Redis takes.
const KNOWN_WITHIN_MS = 10_000;

/** Breaks a board of its own for a while; 0 when every client had everything once and in order. */
async function main(): Promise<number> {
  const settings = readChaosSettings(process.argv.slice(2));
  console.log(`seed ${settings.seed}`);
  const redisServer = await startRedisProcess();
  try {
    const board = await startBoard({ instances: 2, env: CHAOS_ENV, redisUrl: redisServer.url.href });
    try {
      const report = await runChaos({ board, redisServer, settings, log: console.log });
      console.log(reportLines(report).join('\n'));
      const outage = await watchOutage(board, redisServer, AWAY_MS);
      for (const { client, knownAfterMs, words, resets } of outage) {
        const known = knownAfterMs === null ? 'not before the end' : `after ${knownAfterMs} ms`;
        console.log(`Redis away for ${AWAY_MS / 1_000} s: a ${client} client knew the message ${known}, heard ${words.join(', ')}, ${resets} resets`);
      }
      return isClean(report) && outage.every((each) => isWhole(each, KNOWN_WITHIN_MS)) ? 0 : 1;
    } finally {
      await board.stop();
    }
  } finally {
    await redisServer.remove();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
