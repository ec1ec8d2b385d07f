import 'server-only';
import { logError } from '@/lib/core/log';
import { sleep } from '@/lib/core/sleep';
import { watchBonfires } from '../services/bonfires/watch';
import { endExpiredFlashes } from '../services/flash/end-expired';
import { sendDueFlashes } from '../services/flash/send-due';
import { fillSearch } from '../services/incidents/fill-search';
import { endDemonstration } from '../services/users/demo-accounts';
import { simulatorRound } from '../simulator/round';
import { pruneOutbox } from '../outbox/prune';
import { registryIsReady } from './registry-commands';
import { reconcileLog, relayOutbox } from './relay';

const EVERY_MS = 1_000;
const PRUNE_EVERY_MS = 3_600_000;

/** Work that must happen without anybody asking, on a server that lives on. Ends when `signal` aborts. */
export async function runServerLoop(signal: AbortSignal): Promise<void> {
  let inStep = false;
  let prunedAt = 0;
  while (!signal.aborted) {
    try {
      if (!inStep || !(await registryIsReady())) await reconcileLog();
      inStep = true;
      await serverRound();
      await simulatorRound();
      if (Date.now() - prunedAt > PRUNE_EVERY_MS) {
        await pruneOutbox();
        prunedAt = Date.now();
      }
    } catch (error) {
      if (inStep) logError(`The event relay waits: ${error instanceof Error ? error.name : 'unknown error'}. It tries again every second.`);
      inStep = false;
    }
    await sleep(EVERY_MS, signal);
  }
}

/** One round: what is due goes out or begins, what has run out ends, what waits is relayed. Also what cron calls. */
export async function serverRound(): Promise<void> {
  // What is committed goes out, whatever becomes of the rest.
  const due = await Promise.allSettled([sendDueFlashes(), endExpiredFlashes(), watchBonfires(), fillSearch(), endDemonstration()]);
  await relayOutbox();
  const failed = due.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
