import 'server-only';
import { createMaintenanceSchema, type Maintenance, type MaintenanceList } from '@/lib/protocol/monitor';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid, notFound } from '@/lib/server/errors';
import { maintenanceInclude, maintenanceToWire } from '@/lib/server/monitoring/maintenance-to-wire';
import { currentCursor } from '../events/current-cursor';

const MOST_LISTED = 200;

/** Maintenance that is on or to come, the next first. Throws AppError forbidden. */
export async function listMaintenance(ctx: Context): Promise<MaintenanceList> {
  authorise(ctx, 'infra.read');
  const cursor = await currentCursor();
  const rows = await db().maintenanceWindow.findMany({
    where: { endsAt: { gt: new Date() } },
    include: maintenanceInclude,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST_LISTED,
  });
  return { items: rows.map(maintenanceToWire), cursor };
}

/** Plans maintenance, or begins it. Throws AppError forbidden, invalid. */
export async function createMaintenance(ctx: Context, input: unknown): Promise<Maintenance> {
  authorise(ctx, 'monitors.manage');
  const parsed = createMaintenanceSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { title, monitorIds, startsAt, endsAt } = parsed.data;
  return db().$transaction(async (tx) => {
    const known = await tx.monitor.count({ where: { id: { in: monitorIds } } });
    if (known < new Set(monitorIds).size) throw notFound('One of these monitors');
    const row = await tx.maintenanceWindow.create({
      data: { id: crypto.randomUUID(), title, monitorIds: [...new Set(monitorIds)], startsAt: new Date(startsAt), endsAt: new Date(endsAt), createdById: ctx.actor.id },
      include: maintenanceInclude,
    });
    const maintenance = maintenanceToWire(row);
    await recordAudit(tx, ctx, { category: 'monitors', action: 'maintenance.create', targetType: 'maintenance', targetId: row.id, summary: `Planned maintenance: ${title}`, after: maintenance });
    return maintenance;
  });
}

/** Ends maintenance that is on, or takes back what is to come. Throws AppError forbidden, not_found. */
export async function endMaintenance(ctx: Context, maintenanceId: string): Promise<void> {
  authorise(ctx, 'monitors.manage');
  const now = new Date();
  await db().$transaction(async (tx) => {
    const row = await tx.maintenanceWindow.findFirst({ where: { id: maintenanceId, endsAt: { gt: now } } });
    if (!row) throw notFound('This maintenance');
    if (row.startsAt >= now) await tx.maintenanceWindow.delete({ where: { id: row.id } });
    else await tx.maintenanceWindow.update({ where: { id: row.id }, data: { endsAt: now } });
    await recordAudit(tx, ctx, { category: 'monitors', action: 'maintenance.end', targetType: 'maintenance', targetId: row.id, summary: `Ended maintenance: ${row.title}`, before: { endsAt: row.endsAt.toISOString() }, after: { endsAt: now.toISOString() } });
  });
}
