import 'server-only';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { patchUnitSchema, type Unit } from '@/lib/protocol/unit';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import type { Prisma, Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { UNIT_READERS } from './audience';
import { callSignTaken, refuseTakenCallSign } from './call-sign';
import { withUnit } from './hold';
import { unitInclude, unitToWire, type UnitRow } from './to-wire';

/**
 * Changes a unit's call sign, name, kind, station or position. What it does meanwhile is another matter, so no version is asked for.
 * @throws AppError forbidden, invalid, not_found, conflict (the call sign is taken, also by a retired unit)
 */
export async function patchUnit(ctx: Context, unitId: string, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = patchUnitSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { position, ...facts } = parsed.data;
  const data = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const place = position === undefined ? {} : { lat: position?.lat ?? null, lng: position?.lng ?? null };
  const unit = await withUnit(unitId, async (tx, { unit: before }) => {
    if (facts.callSign !== undefined && (await callSignTaken(tx, facts.callSign, unitId))) {
      throw new AppError('conflict', 'A retired unit had this call sign. Enter it as a new unit to have that one back, or choose another.', {
        details: [{ path: 'callSign', message: 'A retired unit had this call sign.' }],
      });
    }
    const after = await update(tx, unitId, { ...data, ...place });
    await emit(tx, 'unit.updated', { unit: after, actor: actorRef(ctx) }, UNIT_READERS);
    await recordAudit(tx, ctx, {
      category: 'units',
      action: 'unit.change',
      targetType: 'unit',
      targetId: unitId,
      summary: `Changed the unit ${before.callSign}${after.callSign === before.callSign ? '' : `, now ${after.callSign}`}`,
      before: factsOf(unitToWire(before)),
      after: factsOf(after),
    });
    return after;
  }).catch(refuseTakenCallSign);
  return { unit, delivery: await relayAfterCommit() };
}

/**
 * Takes a unit off the board. Its past stays, and entering its call sign again brings it back.
 * @throws AppError forbidden, not_found, not_allowed_now (it is assigned to an incident)
 */
export async function retireUnit(ctx: Context, unitId: string): Promise<UnitAnswer> {
  authorise(ctx, 'units.manage');
  const unit = await withUnit(unitId, async (tx, { unit: before }) => {
    demandFree(before);
    const after = await update(tx, unitId, { retiredAt: new Date() });
    await emit(tx, 'unit.retired', { unit: after, actor: actorRef(ctx) }, UNIT_READERS);
    await recordAudit(tx, ctx, { category: 'units', action: 'unit.retire', targetType: 'unit', targetId: unitId, summary: `${before.callSign} taken off the board`, before: factsOf(after) });
    return after;
  });
  return { unit, delivery: await relayAfterCommit() };
}

function demandFree(unit: UnitRow): void {
  if (!unit.incidentId) return;
  throw new AppError('not_allowed_now', `${unit.callSign} is assigned to an incident. Clear it there first.`, { fields: { current: unitToWire(unit) } });
}

async function update(tx: Tx, id: string, data: Prisma.UnitUncheckedUpdateInput): Promise<Unit> {
  return unitToWire(await tx.unit.update({ where: { id }, data: { ...data, version: { increment: 1 } }, include: unitInclude }));
}

function factsOf({ callSign, name, kind, station, position }: Unit) {
  return { callSign, name, kind, station, position };
}
