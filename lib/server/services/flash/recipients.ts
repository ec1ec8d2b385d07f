import 'server-only';
import { roleSchema, ROLES, type Role } from '@/lib/protocol/permissions';
import type { RecipientCounts } from '@/lib/protocol/flash';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { readOnline } from '../users/online';

/** How many people a message to each role would reach, and how many of them have the board open; the caller not counted. Throws AppError forbidden. */
export async function countRecipients(ctx: Context): Promise<RecipientCounts> {
  authorise(ctx, 'flash.send');
  const users = await db().user.findMany({ where: { disabledAt: null, id: { not: ctx.actor.id } }, select: { id: true, role: true } });
  const online = await readOnline(users.map(({ id }) => id));
  return {
    byRole: countByRole(users),
    online: online && countByRole(users.filter(({ id }) => online.has(id))),
    ownRole: ctx.actor.role,
  };
}

function countByRole(users: readonly { readonly role: string }[]): Record<Role, number> {
  const counts = Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>;
  for (const { role } of users) counts[roleSchema.parse(role)] += 1;
  return counts;
}
