import { z } from 'zod';
import type { RedisProcess } from '@/local/redis/contract/redis-process';
import { DEMO_USERS } from '@/prisma/seed-data';
import type { Board } from '../board';
import { eventually } from '../eventually';
import { people, type Person } from '../person';
import { stopConnections } from '../record-connection';
import { startBalancer } from './balancer';
import { startChaosClient, type ChaosClient } from './client';
import { breakThings } from './faults';
import { createDice } from './random';
import { makeReport, type ChaosReport } from './report';
import { sendAll } from './senders';
import type { ChaosSettings } from './settings';
import { readTruth } from './truth';

const SUPERVISORS = ['supervisor', 'admin'];
const SENDERS = ['dispatcher1', 'dispatcher2', 'dispatcher3', 'dispatcher4', 'dispatcher5', 'dispatcher6'];
const CALM_MS = 60_000;
const positionSchema = z.object({ cursor: z.string() });

/**
 * What a board for a run needs of its settings. The heartbeat is short so that silence is noticed within the run, but
 * not so short that a busy machine looks like a dead one; streams rotate several times in a minute.
 */
export const CHAOS_ENV = { SSE_HEARTBEAT_MS: '2000', SSE_MAX_AGE_MS: '20000', SSE_MAX_PER_USER: '1000', SSE_LOG_LENGTH: '100000' };

/** What a run runs on: two instances, with a Redis that keeps its data behind the REST server. */
export interface ChaosInput {
  readonly board: Board;
  readonly redisServer: RedisProcess;
  readonly settings: ChaosSettings;
  readonly log: (line: string) => void;
}

/** Sends and breaks things for as long as asked, lets the board come to rest, and holds every client against the log. */
export async function runChaos({ board, redisServer, settings, log }: ChaosInput): Promise<ChaosReport> {
  const { clients: count, seconds, seed, faults, rate } = settings;
  // The faults throw dice of their own: how often the clients ask differs from run to run.
  const balancer = await startBalancer(board.apps, createDice(seed + 1));
  try {
    const everybody = await people(board.app.url, ...DEMO_USERS.map(({ email }) => email.replace(/@.*$/, '')));
    const named = (names: readonly string[]) => everybody.filter(({ email }) => names.includes(email.replace(/@.*$/, '')));
    const supervisors = named(SUPERVISORS);
    const { cursor } = positionSchema.parse((await supervisors[0]?.get('/api/snapshot'))?.json());
    const clients = Array.from({ length: count }, (_, index) =>
      startChaosClient(everybody[index % everybody.length]?.cookie ?? '', balancer.pick, cursor),
    );
    await Promise.all(clients.map(({ recorded }) => recorded.untilState('live', CALM_MS)));
    log(`${count} clients are live`);
    const [sending] = await Promise.all([
      sendAll({ supervisors, others: named(SENDERS), pick: balancer.pick, rate, seconds, dice: createDice(seed + 2) }),
      breakThings({ board, redisServer, balancer, clients, counts: faults, seconds, dice: createDice(seed), log }),
    ]);
    log('everything is mended');
    const unheard = await comeToRest(board, supervisors, clients);
    return await makeReport({ board, truth: await readTruth(board), sending, clients, unheard });
  } finally {
    stopConnections();
    await balancer.stop();
  }
}

/** Waits until nothing is under way any more. Gives how many clients never heard the last event. */
async function comeToRest(board: Board, [who]: readonly Person[], clients: readonly ChaosClient[]): Promise<number> {
  await eventually('the outbox to be empty', async () => (await board.sql('SELECT 1 FROM outbox_events WHERE sent_at IS NULL')).length === 0, CALM_MS);
  let attempt = 0;
  const fence = await eventually(
    'a last broadcast',
    async () => {
      const label = `fence-${(attempt += 1)}`;
      return who?.broadcast(label).then(
        () => label,
        () => null,
      );
    },
    CALM_MS,
  );
  const heard = await Promise.allSettled(clients.map(({ recorded }) => recorded.untilWord(fence, CALM_MS)));
  return heard.filter(({ status }) => status === 'rejected').length;
}
