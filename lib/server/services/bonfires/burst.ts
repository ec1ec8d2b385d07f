import 'server-only';
import type { Audience } from '@/lib/protocol/audience';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';

/** So many notices of strangers in so long a time go on every screen; those beyond wait for a look. */
const BURST = { most: 10, withinMs: 600_000 } as const;
/** More than this is for nobody to look at: it is refused. */
const MOST_HELD = 1_000;
const TRY_AGAIN_S = 600;

/** Who hears how many wait: only they can do something about it. */
const HANDLERS: Audience = [{ permission: 'bonfires.write' }];

/** Lets only one transaction at a time take a stranger's notice or decide about held ones, so that counts are exact. */
export async function lockStrangers(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('bonfires:public', 0))`;
}

/** Whether a stranger's notice has to wait for a look, because many came in lately. Throws AppError too_many_requests when too many wait. */
export async function isBeyondBurst(tx: Tx, now: Date): Promise<boolean> {
  await lockStrangers(tx);
  const lately = await tx.bonfire.count({ where: { source: 'public', createdAt: { gt: new Date(now.getTime() - BURST.withinMs) } } });
  if (lately < BURST.most) return false;
  if ((await countHeld(tx)) >= MOST_HELD) {
    throw new AppError('too_many_requests', 'Too many notices wait to be looked at. Nothing was saved; try again later, or call.', { retryAfterSeconds: TRY_AGAIN_S });
  }
  return true;
}

/** How many notices wait for a look. */
export function countHeld(tx: Pick<Tx, 'bonfire'> = db()): Promise<number> {
  return tx.bonfire.count({ where: { held: true } });
}

/** Tells those who handle notices how many wait now. Gives the number. */
export async function tellHeld(tx: Tx, now: Date): Promise<number> {
  const waiting = await countHeld(tx);
  await emit(tx, 'bonfire.held', { waiting }, HANDLERS, now);
  return waiting;
}
