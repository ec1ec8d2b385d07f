import 'server-only';
import { accountSchema, type Account } from '@/lib/protocol/answers';
import type { User } from '@/lib/server/db/client';

/** A stored account as admins see it: without its password hash. */
export function accountToWire(row: User): Account {
  return accountSchema.parse({
    ...row,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  });
}
