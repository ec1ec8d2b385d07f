import { describe, expect, it } from 'vitest';
import { isClean, reportLines } from '../chaos/report';
import { CHAOS_ENV, runChaos } from '../chaos/run';
import { lacksRedisServer, useDurableBoard } from '../use-board';

const settings = {
  clients: 60,
  rate: 20,
  seconds: 20,
  seed: 7,
  faults: { cuts: 2, drops: 60, redisKills: 2, restKills: 1, appKills: 2, appTerms: 1 },
};

// The same run for longer, and with other dice, is bench/chaos.ts.
describe.skipIf(lacksRedisServer())('while connections, Redis, its server and both instances die and come back', () => {
  const { board, redisServer } = useDurableBoard({ instances: 2, env: CHAOS_ENV });

  it('every client gets every event once and in order, or is told to start over [RT3]', async () => {
    const log: string[] = [];
    const report = await runChaos({ board: board(), redisServer: redisServer(), settings, log: (line) => log.push(line) });
    expect(isClean(report), [...log, ...reportLines(report)].join('\n')).toBe(true);
    expect(report.sent).toBeGreaterThan(0);
    expect(report.delivered + report.excused).toBe(report.expected);
  });
});
