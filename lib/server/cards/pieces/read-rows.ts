import 'server-only';
import { z } from 'zod';
import { db, Prisma } from '@/lib/server/db/client';

/** The rows of a query, each parsed. Throws ZodError when one is not what was expected. */
export async function readRows<T>(row: z.ZodType<T>, sql: Prisma.Sql): Promise<T[]> {
  return z.array(row).parse(await db().$queryRaw(sql));
}

/** A list for `IN (…)`. */
export function anyOf(words: readonly string[]): Prisma.Sql {
  return Prisma.join([...words]);
}

/** A condition on an account `u`: somebody can sign in with it, so it is a person’s and not Watchroom’s own. */
export const IS_PERSON = Prisma.sql`u.password_hash <> 'none'`;
