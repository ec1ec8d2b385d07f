import 'server-only';
import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import { ACK_ROLES } from '@/lib/protocol/permissions';
import { Prisma } from '@/lib/server/db/client';
import { anyOf, readRows } from '../../pieces/read-rows';
import { DAY_MS, oneSlice, within } from '../../pieces/time-slices';
import { counted } from '../../pieces/words';
import { check, type Check } from './check';

/** How long everybody may take where a message has no deadline of its own. */
const LATE_MS = 10 * 60_000;

const rowSchema = z.object({ title: z.string(), late: z.boolean(), asked: z.int(), missing: z.int() });

/** Whether critical messages that are live, or ran out within a day, were acknowledged by all who were asked. */
export async function checkCriticalMessages(now: Date): Promise<Check> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT title, status = 'live' AND coalesce(ack_deadline, sent_at + ${LATE_MS} * interval '1 millisecond') <= ${now}::timestamptz AS late,
        count(*)::int AS asked, (count(*) - count(acked_at))::int AS missing
      FROM flash JOIN flash_receipts ON flash_id = flash.id AND role IN (${anyOf(ACK_ROLES)})
      WHERE level = 'critical' AND requires_ack AND (status = 'live' OR (status = 'expired' AND ${within(Prisma.sql`ended_at`, oneSlice(now, DAY_MS))}))
      GROUP BY flash.id HAVING count(acked_at) < count(*) ORDER BY late DESC, sent_at DESC`,
  );
  const [first] = rows;
  if (!first) return check('Critical messages', 'ok', 'Every critical message of the last 24 hours was acknowledged by all who were asked.');
  const others = rows.length > 1 ? `, and ${counted(rows.length - 1, 'other message', 'other messages')} too` : '';
  return check('Critical messages', first.late ? 'failed' : 'warning', `“${cutText(first.title, 80)}” was not acknowledged by ${first.missing} of ${first.asked}${others}. See who under Broadcasts.`);
}
