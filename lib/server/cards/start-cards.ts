import 'server-only';
import { sleep } from '@/lib/core/sleep';
import { readHubs } from '@/lib/realtime/hub-stats';
import { computeLease } from '../cache/compute-lease';
import { serverSettings } from '../env';
import { ensureInstanceId } from '../instance';
import { followRelay } from '../relay/followers';
import { serverRedis } from '../relay/log';
import type { QuietChange } from './define';
import { createFileLooks } from './file-looks';
import { createCardKeeper, type CardKeeper } from './keeper';
import { cardEngine } from './own-engine';
import { CARDS } from './registry';
import { staleByChange, staleByEvents } from './stale-by';

const FILES_EVERY_MS = 5_000;
const KEEP_EVERY_MS = 1_000;

/** Has cards marked as outdated by every event that this process relays. */
export function followWithCards(): void {
  followRelay('cards', async (events) => {
    const changes = staleByEvents(CARDS, events);
    await cardEngine().markStale(changes);
    cardKeeper().note(changes.keys());
  });
}

// Kept on the global object: the relay of a route and the loop of the server may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomKeeper?: CardKeeper };

function cardKeeper(): CardKeeper {
  kept.watchroomKeeper ??= createCardKeeper({
    cards: CARDS,
    engine: cardEngine(),
    isLookedAt: async () => [...(await readHubs(serverRedis())).values()].some(({ connections }) => connections > 0),
  });
  return kept.watchroomKeeper;
}

/** Reports a change that no event tells of. Never throws: while Redis is away the cards' age has to do. */
export async function noteQuietChange(change: QuietChange): Promise<void> {
  await cardEngine().markStale(staleByChange(CARDS, change)).catch(() => undefined);
}

/** The part of a server that lives on: computes what is cold or outdated, keeps what is to be kept, and looks at files until `signal` aborts. */
export async function runCards(signal: AbortSignal): Promise<void> {
  const looks = createFileLooks(CARDS, process.cwd());
  await looks.look(() => Promise.resolve());
  if (serverSettings().warmsCards) void warmCards();
  if (serverSettings().keepsCards) void keepCards(signal);
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

async function keepCards(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // What goes wrong with a card stands on the card; without Redis nobody can be told.
    await cardKeeper().round(Date.now()).catch(() => undefined);
    await sleep(KEEP_EVERY_MS, signal);
  }
}
