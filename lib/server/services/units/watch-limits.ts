import 'server-only';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { ackUnitSchema, muteUnitSchema } from '@/lib/protocol/unit';
import { unitAlarm } from '@/lib/protocol/unit-alarm';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import type { Prisma, Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { UNIT_READERS } from './audience';
import { withUnit } from './hold';
import { codeToWire, unitInclude, unitToWire, type UnitRow } from './to-wire';

/**
 * Takes note, for everybody, that a unit has been in its status for long. Doing it again changes nothing.
 * @throws AppError forbidden, invalid, not_found, not_allowed_now (its time is within the limits)
 */
export async function ackUnit(ctx: Context, unitId: string, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.write');
  const parsed = ackUnitSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const unit = await withUnit(unitId, async (tx, held) => {
    const code = await tx.statusCode.findUnique({ where: { code: held.unit.code } });
    const now = new Date();
    const { level, open } = unitAlarm(unitToWire(held.unit), code ? codeToWire(code) : undefined, now.getTime());
    if (level === 'none') throw new AppError('not_allowed_now', `${held.unit.callSign} is within its time; there is nothing to take note of.`);
    if (!open && held.unit.ackLevel === level) return unitToWire(held.unit);
    const ack = { ackLevel: level, ackAt: now, ackById: ctx.actor.id, ackNote: parsed.data.note || null };
    return change(tx, ctx, held.unit, ack, 'unit.ack', `Took note: ${held.unit.callSign} long in ${held.unit.code}`);
  });
  return { unit, delivery: await relayAfterCommit() };
}

/** Silences a unit's limits for everybody for some minutes; 0 ends that. Throws AppError forbidden, invalid, not_found. */
export async function muteUnit(ctx: Context, unitId: string, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.write');
  const parsed = muteUnitSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { minutes } = parsed.data;
  const unit = await withUnit(unitId, (tx, held) => {
    const mutedUntil = minutes === 0 ? null : new Date(Date.now() + minutes * 60_000);
    const words = minutes === 0 ? `Unmuted ${held.unit.callSign}` : `Muted ${held.unit.callSign} for ${minutes} min`;
    return change(tx, ctx, held.unit, { mutedUntil }, 'unit.mute', words);
  });
  return { unit, delivery: await relayAfterCommit() };
}

async function change(tx: Tx, ctx: Context, unit: UnitRow, data: Prisma.UnitUncheckedUpdateInput, action: string, summary: string) {
  const row = await tx.unit.update({ where: { id: unit.id }, data: { ...data, version: { increment: 1 } }, include: unitInclude });
  const wire = unitToWire(row);
  await emit(tx, 'unit.updated', { unit: wire, actor: actorRef(ctx) }, UNIT_READERS);
  await recordAudit(tx, ctx, { category: 'units', action, targetType: 'unit', targetId: unit.id, summary });
  return wire;
}
