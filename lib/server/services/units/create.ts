import 'server-only';
import type { z } from 'zod';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { createUnitSchema, type Unit } from '@/lib/protocol/unit';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { UNIT_READERS } from './audience';
import { callSignTaken, refuseTakenCallSign } from './call-sign';
import { unitInclude, unitToWire } from './to-wire';

type Parsed = z.output<typeof createUnitSchema>;

/**
 * Enters a unit, available at its station. A call sign that a retired unit had brings that one back, with its past.
 * @throws AppError forbidden, invalid, conflict (the call sign is taken), not_allowed_now (there is no status code to begin with)
 */
export async function createUnit(ctx: Context, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = createUnitSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const unit = await db().$transaction((tx) => create(tx, ctx, parsed.data)).catch(refuseTakenCallSign);
  return { unit, delivery: await relayAfterCommit() };
}

async function create(tx: Tx, ctx: Context, { position, ...facts }: Parsed): Promise<Unit> {
  const { code, state } = await firstCode(tx);
  const at = new Date();
  const before = await callSignTaken(tx, facts.callSign);
  const data = { ...facts, lat: position?.lat ?? null, lng: position?.lng ?? null, code, state, statusSince: at };
  const fresh = { note: null, availableAt: null, ackLevel: null, ackAt: null, ackById: null, ackNote: null, mutedUntil: null, retiredAt: null, version: { increment: 1 } };
  const row = before
    ? await tx.unit.update({ where: { id: before.id }, data: { ...data, ...fresh }, include: unitInclude })
    : await tx.unit.create({ data: { id: crypto.randomUUID(), ...data }, include: unitInclude });
  await tx.unitStatusHistory.create({ data: { unitId: row.id, code, state, at, actorId: ctx.actor.id, actorName: ctx.actor.name }, select: { id: true } });
  const unit = unitToWire(row);
  await emit(tx, 'unit.created', { unit, actor: actorRef(ctx) }, UNIT_READERS, at);
  await recordAudit(tx, ctx, {
    category: 'units',
    action: 'unit.create',
    targetType: 'unit',
    targetId: unit.id,
    summary: `${unit.callSign} ${before ? 'is back on' : 'entered on'} the board`,
    after: { ...facts, position },
  });
  return unit;
}

/** What a new unit stands in: at its station, or else the first code that there is. */
async function firstCode(tx: Tx): Promise<{ code: string; state: string }> {
  const codes = await tx.statusCode.findMany({ where: { state: { not: 'alerted' } }, orderBy: { position: 'asc' }, select: { code: true, state: true } });
  const code = codes.find(({ state }) => state === 'available_station') ?? codes[0];
  if (!code) throw new AppError('not_allowed_now', 'There is no status code that the unit could begin with. Enter the status codes first.');
  return code;
}
