import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { changeUser } from '@/lib/server/services/users/change';
import { listUsers } from '@/lib/server/services/users/list';
import { makeUser } from '@/lib/server/services/users/make';

/** `GET /api/admin/users`: all accounts of people. */
export const GET = readRoute({ permission: 'users.manage', rate: 'read' }, async ({ ctx }) => json({ items: await listUsers(ctx) }));

/** `POST /api/admin/users {name, email, password, role}`: makes an account. */
export const POST = writeRoute({ permission: 'users.manage', rate: 'write' }, async ({ ctx, body }) => json({ user: await makeUser(ctx, body) }, 201));

/** `PATCH /api/admin/users {id, role?, disabled?, password?}`: ends what the account has open. */
export const PATCH = writeRoute({ permission: 'users.manage', rate: 'write' }, async ({ ctx, body }) =>
  json({ user: await changeUser(ctx, body) }),
);
