import 'server-only';
import type { Context } from '../context';
import type { Prisma, Tx } from '../db/client';

/** What happened to what. `before` and `after` hold only what changed, never a secret. */
export interface AuditFacts {
  readonly category: 'flash' | 'users' | 'sign-in' | 'incidents' | 'units' | 'bonfires' | 'monitors' | 'system';
  readonly action: string;
  readonly summary: string;
  readonly outcome?: 'success' | 'failure';
  readonly targetType?: string;
  readonly targetId?: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
}

/** Who is named when nobody is signed in: a failed sign-in, or Watchroom itself. */
export type AuditActor = Context | { readonly actor: { readonly name: string }; readonly ip: string | null; readonly userAgent: string | null };

/** Watchroom acting on its own. */
export const SYSTEM: AuditActor = { actor: { name: 'Watchroom' }, ip: null, userAgent: null };

/** Whoever has the machine or the database, and needs no sign-in. */
export const COMMAND_LINE: AuditActor = { actor: { name: 'Command line' }, ip: null, userAgent: null };

const USER_AGENT_MAX = 300;

/** Adds an audit entry within the transaction of what it tells, so that neither exists without the other. */
export async function recordAudit(tx: Tx, by: AuditActor, facts: AuditFacts): Promise<void> {
  const { before, after, outcome = 'success', ...rest } = facts;
  const person = 'id' in by.actor ? { actorId: by.actor.id, role: by.actor.role } : {};
  await tx.auditEntry.create({
    data: {
      ...rest,
      ...person,
      outcome,
      actorName: by.actor.name,
      ip: by.ip,
      userAgent: by.userAgent?.slice(0, USER_AGENT_MAX) ?? null,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
    select: { id: true },
  });
}
