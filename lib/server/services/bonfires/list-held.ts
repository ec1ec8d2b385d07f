import 'server-only';
import { heldBonfiresSchema, type HeldBonfires } from '@/lib/protocol/board-answers';
import { MOST_DECIDED } from '@/lib/protocol/bonfire';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { currentCursor } from '../events/current-cursor';
import { countHeld } from './burst';
import { bonfireInclude, bonfireToWire } from './to-wire';

/** The notices that wait for a look, the oldest first, as many as can be decided about at once. Throws AppError forbidden. */
export async function listHeldBonfires(ctx: Context): Promise<HeldBonfires> {
  authorise(ctx, 'bonfires.write');
  const cursor = await currentCursor();
  const [rows, waiting] = await Promise.all([
    db().bonfire.findMany({ where: { held: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MOST_DECIDED, include: bonfireInclude }),
    countHeld(),
  ]);
  return readableBy(ctx, heldBonfiresSchema, { items: rows.map(bonfireToWire), waiting, cursor });
}
