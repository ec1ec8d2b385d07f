import 'server-only';
import type { z } from 'zod';
import type { HeldDecided } from '@/lib/protocol/board-answers';
import { decideHeldSchema } from '@/lib/protocol/bonfire';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { BONFIRE_READERS } from './audience';
import { lockStrangers, tellHeld } from './burst';
import { bonfireInclude, bonfireToWire, type BonfireRow } from './to-wire';

type Parsed = z.output<typeof decideHeldSchema>;

/**
 * Takes in notices that waited for a look, or refuses them. Those that somebody else has decided about are left out of the
 * answer. Only what is taken in is told to all: nobody has heard of the others.
 * @throws AppError forbidden, invalid
 */
export async function decideHeld(ctx: Context, input: unknown): Promise<HeldDecided> {
  authorise(ctx, 'bonfires.write');
  const parsed = decideHeldSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const decided = await db().$transaction((tx) => decide(tx, ctx, parsed.data));
  return { ...decided, delivery: await relayAfterCommit() };
}

async function decide(tx: Tx, ctx: Context, { ids, decision, reason }: Parsed) {
  const now = new Date();
  await lockStrangers(tx);
  const rows = await tx.bonfire.findMany({ where: { id: { in: ids }, held: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: bonfireInclude });
  const items = [];
  for (const row of rows) items.push(bonfireToWire(decision === 'take_in' ? await takeIn(tx, ctx, row, now) : await refuse(tx, ctx, row, reason ?? '', now)));
  return { items, waiting: await tellHeld(tx, now) };
}

async function takeIn(tx: Tx, ctx: Context, { id }: BonfireRow, now: Date): Promise<BonfireRow> {
  const row = await tx.bonfire.update({ where: { id }, data: { held: false, statusSince: now, version: { increment: 1 } }, include: bonfireInclude });
  await emit(tx, 'bonfire.created', { bonfire: bonfireToWire(row) }, BONFIRE_READERS, now);
  await recordAudit(tx, ctx, {
    category: 'bonfires',
    action: 'bonfire.take_in',
    targetType: 'bonfire',
    targetId: id,
    summary: `Took in a bonfire notice in ${row.municipality} that waited for a look`,
    before: { held: true },
    after: { held: false, status: row.status },
  });
  return row;
}

async function refuse(tx: Tx, ctx: Context, { id, status }: BonfireRow, reason: string, now: Date): Promise<BonfireRow> {
  const data = { held: false, status: 'rejected', statusSince: now, statusReason: reason, version: { increment: 1 } };
  const row = await tx.bonfire.update({ where: { id }, data, include: bonfireInclude });
  await recordAudit(tx, ctx, {
    category: 'bonfires',
    action: 'bonfire.reject',
    targetType: 'bonfire',
    targetId: id,
    summary: `Refused a bonfire notice in ${row.municipality} that waited for a look`,
    before: { held: true, status },
    after: { held: false, status: row.status, reason },
  });
  return row;
}
