import 'server-only';
import { bonfireOneSchema, type BonfireOne } from '@/lib/protocol/board-answers';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { bonfireInclude, bonfireToWire } from './to-wire';

/** One notice. Throws AppError forbidden, not_found. */
export async function readBonfire(ctx: Context, bonfireId: string): Promise<BonfireOne> {
  authorise(ctx, 'bonfires.read');
  const cursor = await currentCursor();
  const row = await db().bonfire.findUnique({ where: { id: bonfireId }, include: bonfireInclude });
  if (!row) throw notFound('This bonfire notice');
  return readableBy(ctx, bonfireOneSchema, { bonfire: bonfireToWire(row), cursor });
}
