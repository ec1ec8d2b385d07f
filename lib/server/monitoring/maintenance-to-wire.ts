import type { Maintenance } from '@/lib/protocol/monitor';
import type { Prisma } from '../db/client';

/** What is read along with maintenance. */
export const maintenanceInclude = { createdBy: { select: { name: true } } } as const;
type MaintenanceRow = Prisma.MaintenanceWindowGetPayload<{ include: typeof maintenanceInclude }>;

export function maintenanceToWire({ id, title, monitorIds, startsAt, endsAt, createdBy }: MaintenanceRow): Maintenance {
  return { id, title, monitorIds, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), createdBy: createdBy.name };
}
