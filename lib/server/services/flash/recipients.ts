import 'server-only';
import { ROLES, type Role } from '@/lib/protocol/permissions';
import type { RecipientCounts } from '@/lib/protocol/flash';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';

/** How many people a message to each role would reach, the caller not counted. Throws AppError forbidden. */
export async function countRecipients(ctx: Context): Promise<RecipientCounts> {
  authorise(ctx, 'flash.send');
  const rows = await db().user.groupBy({
    by: ['role'],
    where: { disabledAt: null, id: { not: ctx.actor.id } },
    _count: { _all: true },
  });
  const found = new Map(rows.map((row) => [row.role, row._count._all]));
  const byRole = Object.fromEntries(ROLES.map((role) => [role, found.get(role) ?? 0])) as Record<Role, number>;
  return { byRole, ownRole: ctx.actor.role };
}
