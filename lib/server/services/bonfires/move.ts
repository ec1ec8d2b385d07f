import 'server-only';
import { BONFIRE_TRANSITIONS, bonfireStatusSchema, type Bonfire, type BonfireAction } from '@/lib/protocol/bonfire';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { BONFIRE_READERS } from './audience';
import { bonfireInclude, bonfireToWire, type BonfireRow } from './to-wire';

/** What a move says beside the action. */
interface MoveDetails {
  readonly reason?: string | null;
  /** The incident that an escalation made. */
  readonly incidentId?: string;
}

/** Moves a held notice on, whoever asks and whatever its status: the row, the audit entry and the event. */
export async function moveBonfire(tx: Tx, by: AuditActor, held: BonfireRow, action: BonfireAction, details: MoveDetails = {}): Promise<Bonfire> {
  const now = new Date();
  const from = bonfireStatusSchema.parse(held.status);
  const { to } = BONFIRE_TRANSITIONS[action];
  const reason = details.reason || null;
  const row = await tx.bonfire.update({
    where: { id: held.id },
    data: {
      status: to,
      statusSince: now,
      statusReason: reason,
      version: { increment: 1 },
      ...(details.incidentId === undefined ? {} : { incidentId: details.incidentId }),
    },
    include: bonfireInclude,
  });
  const bonfire = bonfireToWire(row);
  await emit(tx, 'bonfire.status.changed', { bonfire, from, actor: actorRef(by), ...(reason ? { reason } : {}) }, BONFIRE_READERS, now);
  await recordAudit(tx, by, {
    category: 'bonfires',
    action: `bonfire.${action}`,
    targetType: 'bonfire',
    targetId: row.id,
    summary: `Bonfire in ${row.municipality}: ${words(from)} → ${words(to)}`,
    before: { status: from },
    after: { status: to, ...(reason ? { reason } : {}), ...(details.incidentId === undefined ? {} : { incidentId: details.incidentId }) },
  });
  return bonfire;
}

function words(status: string): string {
  return status.replaceAll('_', ' ');
}
