import 'server-only';
import type { z } from 'zod';
import type { BonfireAnswer } from '@/lib/protocol/board-answers';
import { BONFIRE_TRANSITIONS, bonfireActionsFrom, bonfireStatusSchema, transitionBonfireSchema, type BonfireAction } from '@/lib/protocol/bonfire';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { AppError, invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { createIncidentIn } from '../incidents/create';
import { holdBonfire } from './hold';
import { incidentFromBonfire } from './incident-from-bonfire';
import { moveBonfire } from './move';
import { bonfireToWire, type BonfireRow } from './to-wire';

type Parsed = z.output<typeof transitionBonfireSchema>;

/**
 * Moves a notice on; an escalation makes its incident in the same transaction.
 * @throws AppError forbidden, invalid, not_found, stale_version (with `current`), not_allowed_now (with what is allowed)
 */
export async function transitionBonfire(ctx: Context, bonfireId: string, input: unknown): Promise<BonfireAnswer> {
  authorise(ctx, 'bonfires.write');
  const parsed = transitionBonfireSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const moved = await db().$transaction((tx) => transition(tx, ctx, bonfireId, parsed.data));
  return { ...moved, delivery: await relayAfterCommit() };
}

async function transition(tx: Tx, ctx: Context, bonfireId: string, { action, version, reason, priority }: Parsed) {
  const held = await holdBonfire(tx, bonfireId);
  if (held.version !== version) {
    throw new AppError('stale_version', 'Somebody has changed this notice meanwhile. Look at it again, then decide.', {
      fields: { current: bonfireToWire(held) },
    });
  }
  refuseUnlessAllowed(ctx, held, action);
  if (action !== 'escalate') return { bonfire: await moveBonfire(tx, ctx, held, action, { reason: reason ?? null }) };
  const incident = await createIncidentIn(tx, ctx, incidentFromBonfire(held, priority));
  return { bonfire: await moveBonfire(tx, ctx, held, action, { reason: reason ?? null, incidentId: incident.id }), incident };
}

function refuseUnlessAllowed(ctx: Context, held: BonfireRow, action: BonfireAction): void {
  const from = bonfireStatusSchema.parse(held.status);
  if (held.held) {
    throw new AppError('not_allowed_now', 'This notice waits for a look. Take it in or refuse it first.', { details: { from, allowed: [] }, fields: { current: bonfireToWire(held) } });
  }
  const allowed = bonfireActionsFrom(from);
  const { permission } = BONFIRE_TRANSITIONS[action];
  if (!allowed.includes(action) || permission === null) {
    throw new AppError('not_allowed_now', `This notice is ${from.replaceAll('_', ' ')}, so this cannot be done to it now.`, {
      details: { from, allowed },
      fields: { current: bonfireToWire(held) },
    });
  }
  authorise(ctx, permission);
}
