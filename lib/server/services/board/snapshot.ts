import 'server-only';
import type { z } from 'zod';
import type { Me, Snapshot } from '@/lib/protocol/answers';
import { boardSchema } from '@/lib/protocol/board-answers';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { isDemo } from '@/lib/server/env';
import { currentCursor } from '../events/current-cursor';
import { countHeld } from '../bonfires/burst';
import { listOpenBonfires } from '../bonfires/list-open';
import { listFlashForMe } from '../flash/list-for-me';
import { listOpenIncidents } from '../incidents/list';
import { readOpenTotals } from '../incidents/totals';
import { readInfrastructure } from '../infrastructure/read';
import { isSimulating } from '../simulator/switch';
import { readUnits } from '../units/list';

// What is watched ages by the second, so it is not among what is given again.
const recordsSchema = boardSchema.omit({ infrastructure: true });

/** Everything the board needs, with the cursor to listen from. Throws AppError forbidden. */
export async function readSnapshot(ctx: Context): Promise<Snapshot> {
  authorise(ctx, 'board.read');
  const cursor = await currentCursor();
  const [flash, records, infrastructure] = await Promise.all([
    listFlashForMe(ctx),
    // Thousands ask for it at once when everybody starts over.
    sharedRead({ name: 'board', cursor, schema: recordsSchema, read: readRecords }),
    readInfrastructure(),
  ]);
  const board = readableBy(ctx, boardSchema, { ...records, infrastructure });
  const demo = isDemo() ? { simulating: await isSimulating() } : null;
  return { me: ctx.actor, flash, board, demo, cursor, serverTime: new Date().toISOString() };
}

async function readRecords(): Promise<z.infer<typeof recordsSchema>> {
  const [incidents, totals, { items: units, ...codes }, bonfires, heldBonfires] = await Promise.all([listOpenIncidents(), readOpenTotals(), readUnits(), listOpenBonfires(), countHeld()]);
  return { incidents, totals, units, ...codes, bonfires, heldBonfires };
}

/** The snapshot of a page's first paint. */
export function getBoardSnapshot(me: Me): Promise<Snapshot> {
  return readSnapshot({ actor: me, ip: null, userAgent: null });
}
