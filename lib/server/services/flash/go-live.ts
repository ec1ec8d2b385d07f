import 'server-only';
import { roleSchema } from '@/lib/protocol/permissions';
import type { Tx } from '@/lib/server/db/client';
import { emit } from '@/lib/server/outbox/emit';
import { flashAudience } from './audience';
import { countReceipts, NO_RECEIPTS } from './counts';
import { flashToWire, type FlashRow } from './to-wire';

/** Opens a receipt for every recipient of a flash that is live now, and tells everybody. The sender is no recipient. */
export async function goLive(tx: Tx, row: FlashRow): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO flash_receipts (flash_id, user_id, role)
    SELECT ${row.id}, id, role FROM users
    WHERE role = ANY(${row.audience}) AND disabled_at IS NULL AND id <> ${row.createdById}`;
  const roles = roleSchema.array().parse(row.audience);
  const counts = (await countReceipts(tx, [row.id])).get(row.id) ?? NO_RECEIPTS;
  await emit(tx, 'flash.sent', { flash: flashToWire(row), counts }, flashAudience(roles), row.sentAt ?? new Date());
}
