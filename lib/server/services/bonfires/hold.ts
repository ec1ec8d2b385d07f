import 'server-only';
import type { Tx } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { bonfireInclude, type BonfireRow } from './to-wire';

/** Reads a notice and holds it until the transaction ends, so that no two changes of it cross. Throws 404. */
export async function holdBonfire(tx: Tx, bonfireId: string): Promise<BonfireRow> {
  await tx.$queryRaw`SELECT id FROM bonfires WHERE id = ${bonfireId} FOR NO KEY UPDATE`;
  const row = await tx.bonfire.findUnique({ where: { id: bonfireId }, include: bonfireInclude });
  if (!row) throw notFound('This bonfire notice');
  return row;
}
