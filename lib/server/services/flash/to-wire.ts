import 'server-only';
import { flashSchema, receiptSchema, type Flash, type Receipt } from '@/lib/protocol/flash';
import type { Prisma } from '@/lib/server/db/client';

/** What must be read of a flash to put it on the wire. */
export const flashInclude = {
  createdBy: { select: { id: true, name: true } },
  endedBy: { select: { id: true, name: true } },
} as const satisfies Prisma.FlashInclude;

export type FlashRow = Prisma.FlashGetPayload<{ include: typeof flashInclude }>;

/** A stored flash as everybody who may see it gets it. */
export function flashToWire(row: FlashRow): Flash {
  return flashSchema.parse({
    ...row,
    ackDeadline: row.ackDeadline?.toISOString() ?? null,
    startsAt: row.startsAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  });
}

/** A stored receipt; `sentAt` is when its flash went live. */
export interface ReceiptRow {
  readonly flashId: string;
  readonly userId: string;
  readonly role: string;
  readonly deliveredAt: Date | null;
  readonly displayedAt: Date | null;
  readonly ackedAt: Date | null;
  readonly note: string | null;
  readonly user: { readonly name: string };
}

/** A stored receipt for the wire. */
export function receiptToWire(row: ReceiptRow, sentAt: Date | null): Receipt {
  return receiptSchema.parse({
    flashId: row.flashId,
    userId: row.userId,
    userName: row.user.name,
    role: row.role,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    displayedAt: row.displayedAt?.toISOString() ?? null,
    ackedAt: row.ackedAt?.toISOString() ?? null,
    note: row.note,
    latencyMs: row.deliveredAt && sentAt ? Math.max(0, row.deliveredAt.getTime() - sentAt.getTime()) : null,
  });
}
