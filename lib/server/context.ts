import 'server-only';
import type { z } from 'zod';
import { withoutContacts } from '@/lib/protocol/contacts';
import { can, type Permission } from '@/lib/protocol/permissions';
import type { Me } from '@/lib/protocol/answers';
import { AppError } from './errors';

/** Who asks for something, and from where: the first argument of every service. */
export interface Context {
  readonly actor: Me;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** An answer as this actor may read it: callers and telephone numbers only with `contacts.read`. */
export function readableBy<T, A extends T>({ actor }: Context, schema: z.ZodType<T>, answer: A): A {
  return can(actor.role, 'contacts.read') ? answer : withoutContacts(schema, answer);
}

/** Throws a 403 unless the actor holds the permission. */
export function authorise({ actor }: Context, permission: Permission): void {
  if (!can(actor.role, permission)) {
    throw new AppError('forbidden', `Your role (${actor.role}) does not allow this. Ask an admin if you need it.`);
  }
}
