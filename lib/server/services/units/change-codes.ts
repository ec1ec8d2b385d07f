import 'server-only';
import type { CodesAnswer } from '@/lib/protocol/board-answers';
import { db, type Tx } from '@/lib/server/db/client';
import { writeSetting } from '@/lib/server/db/settings';
import { AppError } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { UNIT_READERS } from './audience';
import { CODES_VERSION_KEY, readCodes } from './list';

/** Works on the codes and the policy, one change at a time, and tells everybody how they are after it. */
export async function changeCodes(work: (tx: Tx, before: CodesAnswer) => Promise<void>): Promise<CodesAnswer> {
  const after = await db().$transaction(async (tx) => {
    // A list is judged as a whole: whether a code is free, in which order they stand, which version was seen.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('units:codes', 0))`;
    const before = await readCodes(tx);
    await work(tx, before);
    await writeSetting(tx, CODES_VERSION_KEY, before.codesVersion + 1);
    const now = await readCodes(tx);
    await emit(tx, 'unit.codes.changed', now, UNIT_READERS);
    return now;
  });
  await relayAfterCommit();
  return after;
}

/** Throws AppError stale_version (with `current`) when the list is not the one that was seen. */
export function demandVersion(before: CodesAnswer, version: number): void {
  if (before.codesVersion === version) return;
  throw new AppError('stale_version', 'Somebody else changed the list of codes meanwhile. Nothing was saved; look at it and try again.', { fields: { current: before } });
}
