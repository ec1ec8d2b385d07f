import 'server-only';
import { bonfireSchema, touchesBanPeriod, type Bonfire } from '@/lib/protocol/bonfire';
import type { Prisma } from '@/lib/server/db/client';

/** What must be read of a bonfire notice to put it on the wire. */
export const bonfireInclude = {
  createdBy: { select: { id: true, name: true } },
} as const satisfies Prisma.BonfireInclude;

export type BonfireRow = Prisma.BonfireGetPayload<{ include: typeof bonfireInclude }>;

/** A stored bonfire notice as everybody who may read bonfires gets it. */
export function bonfireToWire(row: BonfireRow): Bonfire {
  const startsAt = row.startsAt.toISOString();
  const endsAt = row.endsAt.toISOString();
  return bonfireSchema.parse({
    ...row,
    place: { address: row.address, lat: row.lat, lng: row.lng },
    startsAt,
    endsAt,
    inBanPeriod: touchesBanPeriod(startsAt, endsAt),
    createdAt: row.createdAt.toISOString(),
    statusSince: row.statusSince.toISOString(),
  });
}
