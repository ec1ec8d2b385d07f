import 'server-only';
import type { z } from 'zod';
import type { Delivery } from '@/lib/protocol/answers';
import { createFlashSchema, type Flash } from '@/lib/protocol/flash';
import { roleSchema } from '@/lib/protocol/permissions';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { flashAudience, SENDERS } from './audience';
import { goLive } from './go-live';
import { flashInclude, flashToWire, type FlashRow } from './to-wire';
import { holdFlash, moveFlash } from './transition';

type Parsed = z.output<typeof createFlashSchema>;

/** The flash, whether this call made it, and how its event left. */
export interface SentFlash {
  readonly flash: Flash;
  readonly created: boolean;
  readonly delivery: Delivery;
}

/**
 * Sends a flash now, or schedules it for `startsAt`. The same `clientMsgId` of the same sender is sent once.
 * @throws AppError forbidden, invalid, not_found or not_allowed_now (of `supersedesId`)
 */
export async function sendFlash(ctx: Context, input: unknown): Promise<SentFlash> {
  authorise(ctx, 'flash.send');
  const parsed = createFlashSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  try {
    const row = await db().$transaction((tx) => create(tx, ctx, parsed.data));
    return { flash: flashToWire(row), created: true, delivery: await relayAfterCommit() };
  } catch (error) {
    const before = isUniqueViolation(error) ? await findRepeated(ctx, parsed.data) : null;
    if (!before) throw error;
    return { flash: flashToWire(before), created: false, delivery: await relayAfterCommit() };
  }
}

async function create(tx: Tx, ctx: Context, input: Parsed): Promise<FlashRow> {
  const now = new Date();
  const startsAt = input.startsAt ? new Date(input.startsAt) : now;
  const live = startsAt <= now;
  const row = await tx.flash.create({
    data: {
      id: crypto.randomUUID(),
      level: input.level,
      title: input.title,
      body: input.body,
      audience: [...new Set(input.audience)],
      // A critical message sounds until somebody takes note of it, so it always asks.
      requiresAck: input.requiresAck || input.level === 'critical',
      ackDeadline: input.ackDeadline ? new Date(input.ackDeadline) : null,
      sound: input.sound ?? (input.level === 'critical' || input.level === 'warning'),
      status: live ? 'live' : 'scheduled',
      startsAt: live ? now : startsAt,
      expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
      createdAt: now,
      sentAt: live ? now : null,
      createdById: ctx.actor.id,
      incidentId: input.incidentId ?? null,
      supersedesId: input.supersedesId ?? null,
      clientMsgId: input.clientMsgId ?? null,
    },
    include: flashInclude,
  });
  if (live) {
    if (row.supersedesId) await supersede(tx, row.supersedesId, ctx.actor.id, now);
    await goLive(tx, row);
  } else {
    await emit(tx, 'flash.updated', { flash: flashToWire(row) }, SENDERS, now);
  }
  await recordAudit(tx, ctx, {
    category: 'flash',
    action: live ? 'flash.send' : 'flash.schedule',
    targetType: 'flash',
    targetId: row.id,
    summary: `${live ? 'Sent' : 'Scheduled'} a ${row.level} message: ${row.title}`,
    after: { level: row.level, title: row.title, audience: row.audience, requiresAck: row.requiresAck },
  });
  return row;
}

/** Ends the message that a new one replaces, and tells everybody who had it. */
export async function supersede(tx: Tx, flashId: string, byId: string | null, now: Date): Promise<void> {
  const ended = await moveFlash(tx, await holdFlash(tx, flashId), 'superseded', now, byId);
  await emit(tx, 'flash.updated', { flash: flashToWire(ended) }, flashAudience(roleSchema.array().parse(ended.audience)), now);
}

function findRepeated(ctx: Context, input: Parsed): Promise<FlashRow | null> {
  if (!input.clientMsgId) return Promise.resolve(null);
  return db().flash.findFirst({
    where: { createdById: ctx.actor.id, clientMsgId: input.clientMsgId },
    include: flashInclude,
  });
}
