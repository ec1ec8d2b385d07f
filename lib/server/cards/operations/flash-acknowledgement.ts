import 'server-only';
import { z } from 'zod';
import type { CardHeadline } from '@/lib/protocol/card-value';
import { ACK_ROLES } from '@/lib/protocol/permissions';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { percentileColumns, percentilesSchema } from './percentiles';
import { anyOf, readRows } from '../pieces/read-rows';
import { share } from './share';
import { DAY_MS, oneSlice, within } from '../pieces/time-slices';
import { FLASH_EVENTS } from '../pieces/watched';
import { counted } from '../pieces/words';

const DAYS = 30;
const MOST_ROWS = 20;

/** `n` is how many of those asked have acknowledged; `late`: live still, and past its deadline. */
const rowSchema = percentilesSchema.extend({ title: z.string(), sentAt: z.date(), late: z.boolean(), asked: z.int(), total: z.int() });
type Row = z.infer<typeof rowSchema>;

/** How soon people take note of what they are asked to take note of. */
export const flashAcknowledgement = defineCard({
  key: 'flash-acknowledgement',
  tab: 'operations',
  title: 'Acknowledgement of messages',
  about: `Messages of the last ${DAYS} days that asked to be acknowledged: how many of those asked did, and how soon after sending.`,
  view: 'table',
  wide: true,
  ttlMs: 60_000,
  keptMs: KEPT_NOW_MS,
  permission: 'flash.send',
  watches: FLASH_EVENTS,
  async compute({ now }): Promise<ValueOf<'table'>> {
    const rows = await readRows(rowSchema, lastMessages(now));
    return {
      headline: headline(rows),
      columns: [
        { label: 'Message', kind: 'text' },
        { label: 'Sent', kind: 'instant' },
        { label: 'Asked', kind: 'count' },
        { label: 'Acknowledged', kind: 'ratio' },
        { label: 'Median', kind: 'seconds' },
        { label: 'p90', kind: 'seconds' },
      ],
      rows: rows.map(({ title, sentAt, asked, n, p50, p90 }) => [title, sentAt.toISOString(), asked, asked === 0 ? null : share(n, asked), p50, p90]),
      total: rows[0]?.total ?? 0,
      empty: `No message of the last ${DAYS} days asked to be acknowledged.`,
    };
  },
});

function lastMessages(now: Date): Prisma.Sql {
  return Prisma.sql`WITH latest AS (
      SELECT id, title, sent_at, coalesce(status = 'live' AND ack_deadline < ${now}::timestamptz, false) AS late, count(*) OVER ()::int AS total
      FROM flash WHERE requires_ack AND ${within(Prisma.sql`sent_at`, oneSlice(now, DAYS * DAY_MS))} ORDER BY sent_at DESC, id DESC LIMIT ${MOST_ROWS}
    )
    SELECT title, sent_at AS "sentAt", late, total, count(user_id)::int AS asked, ${percentileColumns(Prisma.sql`extract(epoch FROM acked_at - sent_at)::float`)}
    FROM latest LEFT JOIN flash_receipts ON flash_id = id AND role IN (${anyOf(ACK_ROLES)})
    GROUP BY id, title, sent_at, late, total ORDER BY sent_at DESC, id DESC`;
}

function headline(rows: readonly Row[]): CardHeadline | null {
  const [asked, acked] = [rows.reduce((sum, row) => sum + row.asked, 0), rows.reduce((sum, row) => sum + row.n, 0)];
  if (asked === 0) return null;
  const late = rows.filter((row) => row.late && row.n < row.asked);
  const missing = late.reduce((sum, row) => sum + row.asked - row.n, 0);
  const words = `of ${counted(asked, 'acknowledgement')} asked for in ${counted(rows.length, 'message')}.`;
  if (missing === 0) return { value: share(acked, asked), unit: 'ratio', tone: 'plain', words };
  return { value: share(acked, asked), unit: 'ratio', tone: 'warning', words: `${words} ${missing} missing past the deadline of a live message.` };
}
