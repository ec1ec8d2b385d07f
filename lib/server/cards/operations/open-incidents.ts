import 'server-only';
import { z } from 'zod';
import type { CardHeadline } from '@/lib/protocol/card-value';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { anyOf, readRows } from '../pieces/read-rows';
import { INCIDENT_EVENTS } from '../pieces/watched';
import { clock, counted } from '../pieces/words';

/** A P1 that nobody has accepted for so long is an emergency of the room itself. */
const LONG_MS = 120_000;

const rowSchema = z.object({ status: z.enum(OPEN_STATUSES), n: z.int(), urgent: z.int(), urgentSince: z.date().nullable() });
type Row = z.infer<typeof rowSchema>;

/** How many incidents are open, and whether a P1 waits for somebody to accept it. */
export const openIncidents = defineCard({
  key: 'open-incidents',
  tab: 'operations',
  title: 'Open incidents',
  about: 'Incidents that are not closed, cancelled or merged, by status, now.',
  view: 'figures',
  ttlMs: 30_000,
  keptMs: KEPT_NOW_MS,
  permission: 'cards.read',
  watches: INCIDENT_EVENTS,
  async compute({ now }): Promise<ValueOf<'figures'>> {
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT status, count(*)::int AS n,
          count(*) FILTER (WHERE priority = 'P1')::int AS urgent, min(created_at) FILTER (WHERE priority = 'P1') AS "urgentSince"
        FROM incidents WHERE status IN (${anyOf(OPEN_STATUSES)}) GROUP BY status`,
    );
    const byStatus = new Map(rows.map((row) => [row.status, row]));
    return {
      headline: headline(rows, now),
      figures: OPEN_STATUSES.map((status) => ({ label: label(status), value: byStatus.get(status)?.n ?? 0, unit: 'count', tone: 'plain' })),
    };
  },
});

function headline(rows: readonly Row[], now: Date): CardHeadline {
  const value = rows.reduce((sum, { n }) => sum + n, 0);
  const waiting = rows.find(({ status }) => status === 'new');
  if (!waiting?.urgentSince) return { value, unit: 'count', tone: 'plain', words: value === 0 ? 'No incident is open.' : 'Every P1 has been accepted.' };
  const tone = now.getTime() - waiting.urgentSince.getTime() >= LONG_MS ? 'critical' : 'warning';
  return { value, unit: 'count', tone, words: `${counted(waiting.urgent, 'P1', 'P1')} not accepted, waiting since ${clock(waiting.urgentSince, now)}.` };
}

function label(status: string): string {
  return `${status.charAt(0).toUpperCase()}${status.slice(1)}`;
}
