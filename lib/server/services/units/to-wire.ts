import 'server-only';
import { statusCodeSchema, unitSchema, type StatusCode, type Unit } from '@/lib/protocol/unit';
import type { Prisma, StatusCode as StatusCodeRow } from '@/lib/server/db/client';

/** What must be read of a unit to put it on the wire. */
export const unitInclude = { ackBy: { select: { id: true, name: true } } } as const satisfies Prisma.UnitInclude;

export type UnitRow = Prisma.UnitGetPayload<{ include: typeof unitInclude }>;

/** A stored unit as everybody who may read units gets it. */
export function unitToWire(row: UnitRow): Unit {
  const { ackBy, ackAt, ackLevel, ackNote, lat, lng } = row;
  return unitSchema.parse({
    ...row,
    statusSince: row.statusSince.toISOString(),
    availableAt: row.availableAt?.toISOString() ?? null,
    assignedAt: row.assignedAt?.toISOString() ?? null,
    mutedUntil: row.mutedUntil?.toISOString() ?? null,
    ack: ackBy && ackAt ? { by: ackBy, at: ackAt.toISOString(), level: ackLevel, note: ackNote } : null,
    position: lat === null || lng === null ? null : { lat, lng },
  });
}

/** A stored status code for the wire. */
export function codeToWire(row: StatusCodeRow): StatusCode {
  return statusCodeSchema.parse({ ...row, removed: row.removedAt !== null });
}
