import 'server-only';
import { sleep } from '@/lib/core/sleep';
import { computeLease } from '../cache/compute-lease';
import { serverSettings } from '../env';
import { ensureInstanceId } from '../instance';
import { followRelay } from '../relay/followers';
import { serverRedis } from '../relay/log';
import type { QuietChange } from './define';
import { createFileLooks } from './file-looks';
import { cardEngine } from './own-engine';
import { CARDS } from './registry';
import { staleByChange, staleByEvents } from './stale-by';

const FILES_EVERY_MS = 5_000;

/** Has cards marked as outdated by every event that this process relays. */
export function followWithCards(): void {
  followRelay('cards', (events) => cardEngine().markStale(staleByEvents(CARDS, events)));
}

/** Reports a change that no event tells of. Never throws: while Redis is away the cards' age has to do. */
export async function noteQuietChange(change: QuietChange): Promise<void> {
  await cardEngine().markStale(staleByChange(CARDS, change)).catch(() => undefined);
}

/** The part of a server that lives on: computes what is cold or outdated, then looks at files until `signal` aborts. */
export async function runCards(signal: AbortSignal): Promise<void> {
  const looks = createFileLooks(CARDS, process.cwd());
  await looks.look(() => Promise.resolve());
  if (serverSettings().warmsCards) void warmCards();
  while (!signal.aborted) {
    await sleep(FILES_EVERY_MS, signal);
    await looks.look((changes) => cardEngine().markStale(changes));
  }
}

/** One instance computes at start for all; the others have it from Redis. Never throws. */
async function warmCards(): Promise<void> {
  const lease = computeLease(serverRedis(), 'cards-at-start', ensureInstanceId());
  if (!(await lease.take().catch(() => false))) return;
  const giveBack = lease.keep();
  await cardEngine().recompute(CARDS);
  await giveBack();
}
