import 'server-only';
import { ACK_ROLES } from '@/lib/protocol/permissions';
import type { ReceiptCounts } from '@/lib/protocol/flash';
import { Prisma, type Tx } from '@/lib/server/db/client';

export const NO_RECEIPTS: ReceiptCounts = { recipients: 0, delivered: 0, displayed: 0, acked: 0, mustAck: 0 };

/** How far each of these flashes has come. A flash without recipients is missing from the map. */
export async function countReceipts(tx: Tx, flashIds: readonly string[]): Promise<Map<string, ReceiptCounts>> {
  if (flashIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ReceiptCounts & { flashId: string })[]>`
    SELECT r.flash_id AS "flashId",
      count(*)::int AS recipients,
      count(r.delivered_at)::int AS delivered,
      count(r.displayed_at)::int AS displayed,
      count(r.acked_at)::int AS acked,
      count(*) FILTER (WHERE f.requires_ack AND r.role IN (${Prisma.join(ACK_ROLES)}))::int AS "mustAck"
    FROM flash_receipts r JOIN flash f ON f.id = r.flash_id
    WHERE r.flash_id IN (${Prisma.join([...flashIds])})
    GROUP BY r.flash_id`;
  return new Map(rows.map(({ flashId, ...counts }) => [flashId, counts]));
}
