import 'server-only';
import type { z } from 'zod';
import type { Bonfire, createBonfireSchema } from '@/lib/protocol/bonfire';
import { recordAudit, type AuditActor } from '@/lib/server/audit/record';
import { db, type Tx } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { AppError } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { BONFIRE_READERS } from './audience';
import { isBeyondBurst, tellHeld } from './burst';
import { bonfireInclude, bonfireToWire, type BonfireRow } from './to-wire';

type Parsed = z.output<typeof createBonfireSchema>;

/** Where a notice comes from. `createdById` is null for one from the public form. */
export interface BonfireOrigin {
  readonly by: AuditActor;
  readonly source: Bonfire['source'];
  readonly createdById: string | null;
}

/** The notice, and whether this call made it. */
export interface InsertedBonfire {
  readonly bonfire: Bonfire;
  readonly created: boolean;
}

/**
 * Registers a notice and tells all who read them; a stranger's beyond a burst is held for a look. The same `clientMsgId` from the same origin registers one.
 * @throws AppError conflict when somebody else has used this `clientMsgId`, too_many_requests when too many are held
 */
export async function insertBonfire(origin: BonfireOrigin, input: Parsed): Promise<InsertedBonfire> {
  try {
    const row = await db().$transaction((tx) => insert(tx, origin, input));
    return { bonfire: bonfireToWire(row), created: true };
  } catch (error) {
    const before = isUniqueViolation(error) && input.clientMsgId ? await findRepeated(input.clientMsgId) : null;
    if (!before) throw error;
    if (before.source !== origin.source || before.createdById !== origin.createdById) {
      throw new AppError('conflict', 'This clientMsgId belongs to another notice. Nothing was saved; send it with a new one.');
    }
    return { bonfire: bonfireToWire(before), created: false };
  }
}

async function insert(tx: Tx, { by, source, createdById }: BonfireOrigin, input: Parsed): Promise<BonfireRow> {
  const now = new Date();
  const { place, clientMsgId, ...fields } = input;
  const held = source === 'public' && (await isBeyondBurst(tx, now));
  const row = await tx.bonfire.create({
    data: {
      ...fields,
      ...place,
      id: crypto.randomUUID(),
      status: 'registered',
      statusSince: now,
      startsAt: new Date(input.startsAt),
      endsAt: new Date(input.endsAt),
      source,
      createdAt: now,
      createdById,
      clientMsgId: clientMsgId ?? null,
      held,
    },
    include: bonfireInclude,
  });
  const bonfire = bonfireToWire(row);
  if (held) await tellHeld(tx, now);
  else await emit(tx, 'bonfire.created', { bonfire }, BONFIRE_READERS, now);
  await recordAudit(tx, by, {
    category: 'bonfires',
    action: held ? 'bonfire.hold' : 'bonfire.register',
    targetType: 'bonfire',
    targetId: row.id,
    summary: held ? `Held a bonfire notice in ${row.municipality} for a look: many came in` : `Registered a bonfire in ${row.municipality}`,
    after: { status: bonfire.status, source, startsAt: bonfire.startsAt, endsAt: bonfire.endsAt, inBanPeriod: bonfire.inBanPeriod },
  });
  return row;
}

function findRepeated(clientMsgId: string): Promise<BonfireRow | null> {
  return db().bonfire.findUnique({ where: { clientMsgId }, include: bonfireInclude });
}
