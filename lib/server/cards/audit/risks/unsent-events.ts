import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { readRows } from '../../pieces/read-rows';
import { clock, counted } from '../../pieces/words';
import { check, type Check } from './check';

/** The relay sends within seconds, and again when it failed. */
const LONG_S = 60;

const rowSchema = z.object({ n: z.int(), oldest: z.date().nullable() });

/** Whether events wait that screens should have heard long since. */
export async function checkUnsentEvents(now: Date): Promise<Check> {
  const [row] = await readRows(
    rowSchema,
    Prisma.sql`SELECT count(*)::int AS n, min(created_at) AS oldest FROM outbox_events
      WHERE sent_at IS NULL AND created_at <= ${now}::timestamptz - ${LONG_S} * interval '1 second'`,
  );
  if (!row?.oldest) return check('Unsent events', 'ok', `No event has waited for longer than ${LONG_S} seconds.`);
  return check('Unsent events', 'failed', `${counted(row.n, 'event')} not sent, the oldest from ${clock(row.oldest, now)}. Screens may be behind: look at Redis and the relay.`);
}
