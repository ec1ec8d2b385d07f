import 'server-only';
import { incidentSchema, type Incident } from '@/lib/protocol/incident';
import type { Prisma } from '@/lib/server/db/client';

/** What must be read of an incident to put it on the wire. */
export const incidentInclude = { owner: { select: { id: true, name: true } } } as const satisfies Prisma.IncidentInclude;

export type IncidentRow = Prisma.IncidentGetPayload<{ include: typeof incidentInclude }>;

/** `<year>-<four digits>`. */
export function incidentNumber({ year, ordinal }: Pick<IncidentRow, 'year' | 'ordinal'>): string {
  return `${year}-${String(ordinal).padStart(4, '0')}`;
}

/** A stored incident as everybody who may read it gets it. */
export function incidentToWire(row: IncidentRow): Incident {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return incidentSchema.parse({
    ...row,
    number: incidentNumber(row),
    location: row.address === null ? null : { address: row.address, lat: row.lat, lng: row.lng },
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
