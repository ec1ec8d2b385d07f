import 'server-only';
import { incidentSchema, type Incident } from '@/lib/protocol/incident';
import { incidentNumber } from '@/lib/protocol/incident-search';
import type { Place } from '@/lib/protocol/place';
import type { Prisma } from '@/lib/server/db/client';

export { incidentNumber };

/** What must be read of an incident to put it on the wire. */
export const incidentInclude = { owner: { select: { id: true, name: true } } } as const satisfies Prisma.IncidentInclude;

export type IncidentRow = Prisma.IncidentGetPayload<{ include: typeof incidentInclude }>;

/** Where a stored incident is. */
export function locationOf({ address, lat, lng }: Pick<IncidentRow, 'address' | 'lat' | 'lng'>): Place | null {
  return address === null && lat === null ? null : { address, lat, lng };
}

/** A stored incident as everybody who may read it gets it. */
export function incidentToWire(row: IncidentRow): Incident {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return incidentSchema.parse({
    ...row,
    number: incidentNumber(row),
    location: locationOf(row),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    statusSince: iso(row.statusSince),
    reviewAt: iso(row.reviewAt),
    activeAt: iso(row.activeAt),
    stableAt: iso(row.stableAt),
    completedAt: iso(row.completedAt),
    closedAt: iso(row.closedAt),
  });
}
