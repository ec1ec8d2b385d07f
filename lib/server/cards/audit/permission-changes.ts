import 'server-only';
import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { readRows } from '../pieces/read-rows';
import { DAY_MS, oneSlice, within } from '../pieces/time-slices';

const DAYS = 90;
const WEEK_DAYS = 7;
const MOST_ROWS = 30;
const CELL = 400;

const accountSchema = z.object({ role: z.string().optional(), disabled: z.boolean().optional() }).catch({});
const rowSchema = z.object({
  at: z.date(),
  actor: z.string(),
  ip: z.string().nullable(),
  email: z.string().nullable(),
  summary: z.string(),
  before: accountSchema,
  after: accountSchema,
  total: z.int(),
  lately: z.int(),
  admins: z.int(),
});

/** Who gave or took which rights. */
export const permissionChanges = defineCard({
  key: 'permission-changes',
  tab: 'audit',
  title: 'Changes of accounts',
  about: `Changes of roles, and accounts disabled or enabled, in the last ${DAYS} days, the newest first.`,
  view: 'table',
  wide: true,
  ttlMs: 300_000,
  permission: 'audit.read',
  watches: ['session.revoked'],
  async compute({ now }): Promise<ValueOf<'table'>> {
    const rows = await readRows(rowSchema, changes(now));
    const { total = 0, lately = 0, admins = 0 } = rows[0] ?? {};
    return {
      headline: { value: lately, unit: 'count', tone: 'plain', words: `in the last ${WEEK_DAYS} days, ${admins} of which made somebody admin.` },
      columns: [
        { label: 'When', kind: 'instant' },
        { label: 'By', kind: 'text' },
        { label: 'Account', kind: 'text' },
        { label: 'Change', kind: 'text' },
        { label: 'From address', kind: 'text' },
      ],
      rows: rows.map((row) => [row.at.toISOString(), cutText(row.actor, CELL), row.email, changeWords(row), row.ip]),
      total,
      empty: `No account was changed in ${DAYS} days.`,
    };
  },
});

// Entries about accounts are found by what they are about; most of them are sign-ins.
function changes(now: Date): Prisma.Sql {
  const lately = Prisma.sql`at >= ${oneSlice(now, WEEK_DAYS * DAY_MS).starts[0]}::timestamptz`;
  return Prisma.sql`SELECT at, actor_name AS actor, ip, u.email, summary, before, after, count(*) OVER ()::int AS total,
      (count(*) FILTER (WHERE ${lately}) OVER ())::int AS lately,
      (count(*) FILTER (WHERE ${lately} AND after ->> 'role' = 'admin' AND before ->> 'role' <> 'admin') OVER ())::int AS admins
    FROM audit_entries AS entry LEFT JOIN users AS u ON u.id = target_id
    WHERE target_type = 'user' AND category = 'users' AND ${within(Prisma.sql`at`, oneSlice(now, DAYS * DAY_MS))}
    ORDER BY at DESC, entry.id DESC LIMIT ${MOST_ROWS}`;
}

function changeWords({ before, after, summary }: z.infer<typeof rowSchema>): string {
  const words = [
    ...(after.role !== before.role ? [`${before.role ?? 'no role'} → ${after.role ?? 'no role'}`] : []),
    ...(after.disabled !== before.disabled ? [after.disabled ? 'disabled' : 'enabled'] : []),
  ];
  return cutText(words.length > 0 ? words.join(', ') : summary, CELL);
}
