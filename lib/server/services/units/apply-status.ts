import 'server-only';
import { isUsual } from '@/lib/protocol/unit-edges';
import { ALERTED_CODE, unitStateSchema, type Unit, type UnitState } from '@/lib/protocol/unit';
import { actorRef } from '@/lib/server/actor-ref';
import type { AuditActor } from '@/lib/server/audit/record';
import type { Prisma, Tx } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { UNIT_READERS } from './audience';
import { unitInclude, unitToWire, type UnitRow } from './to-wire';

/** A status on its way to a unit. `also`: columns that change with it. */
export interface NewStatus {
  readonly code: string;
  readonly state: UnitState;
  readonly at: Date;
  readonly note?: string | null | undefined;
  readonly availableAt?: Date | null | undefined;
  readonly also?: Prisma.UnitUncheckedUpdateInput;
}

/** What a unit is given when it is sent somewhere. */
export const ALERTED = { code: ALERTED_CODE, state: 'alerted' } as const;

/** Stamps a held unit with a status: row, history and event. An acknowledgement dies with the status it was for. */
export async function applyStatus(tx: Tx, by: AuditActor, unit: UnitRow, status: NewStatus): Promise<Unit> {
  const { code, state, at, note = null, availableAt = null, also } = status;
  const row = await tx.unit.update({
    where: { id: unit.id },
    data: {
      code,
      state,
      statusSince: at,
      note,
      availableAt,
      ackLevel: null,
      ackAt: null,
      ackById: null,
      ackNote: null,
      version: { increment: 1 },
      ...also,
    },
    include: unitInclude,
  });
  const actor = actorRef(by);
  await tx.unitStatusHistory.create({
    data: { unitId: unit.id, code, state, at, note, incidentId: row.incidentId, actorId: actor?.id ?? null, actorName: by.actor.name },
    select: { id: true },
  });
  const wire = unitToWire(row);
  const before = unitStateSchema.parse(unit.state);
  const change = { unit: wire, from: { code: unit.code, state: before }, actor, unusual: !isUsual(before, state) };
  await emit(tx, 'unit.status.changed', change, UNIT_READERS, at);
  return wire;
}
