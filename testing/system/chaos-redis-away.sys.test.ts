import { beforeAll, describe, expect, it } from 'vitest';
import { OUTAGE_WORDS, watchOutage, type OutageReport } from '../chaos/outage';
import { lacksRedisServer, useDurableBoard } from '../use-board';

const AWAY_MS = 12_000;

describe.skipIf(lacksRedisServer())('while Redis is away for longer than two polls take, a message', () => {
  const { board, redisServer } = useDurableBoard();
  let reports: OutageReport[];
  beforeAll(async () => {
    reports = await watchOutage(board(), redisServer(), AWAY_MS);
  });

  it.each(['polling', 'streaming'] as const)('is known meanwhile by a snapshot to a %s client [RT12]', (kind) => {
    expect(reports.find(({ client }) => client === kind)?.knownAfterMs).not.toBeNull();
  });

  it('is heard once by everybody when Redis is back, and no one has to start over [RT17]', () => {
    expect(reports.map(({ words }) => words)).toEqual([OUTAGE_WORDS, OUTAGE_WORDS]);
    expect(reports.map(({ resets }) => resets)).toEqual([0, 0]);
  });
});
