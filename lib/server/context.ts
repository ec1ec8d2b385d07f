import 'server-only';
import { can, type Permission } from '@/lib/protocol/permissions';
import type { Me } from '@/lib/protocol/answers';
import { AppError } from './errors';

/** Who asks for something, and from where: the first argument of every service. */
export interface Context {
  readonly actor: Me;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Throws a 403 unless the actor holds the permission. */
export function authorise({ actor }: Context, permission: Permission): void {
  if (!can(actor.role, permission)) {
    throw new AppError('forbidden', `Your role (${actor.role}) does not allow this. Ask an admin if you need it.`);
  }
}
