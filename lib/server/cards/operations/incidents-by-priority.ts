import 'server-only';
import { z } from 'zod';
import { OPEN_STATUSES, PRIORITIES, prioritySchema } from '@/lib/protocol/incident';
import { Prisma } from '@/lib/server/db/client';
import { incidentNumber } from '@/lib/server/services/incidents/to-wire';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { anyOf, readRows } from '../pieces/read-rows';
import { INCIDENT_EVENTS } from '../pieces/watched';
import { clock, counted } from '../pieces/words';

const rowSchema = z.object({ priority: prioritySchema, n: z.int(), oldest: z.object({ year: z.int(), ordinal: z.int() }), oldestAt: z.date() });

/** Which priorities the open incidents have, and how long the oldest of each has been there. */
export const incidentsByPriority = defineCard({
  key: 'incidents-by-priority',
  tab: 'operations',
  title: 'Open by priority',
  about: 'Open incidents by priority, with the oldest of each, now.',
  view: 'bars',
  ttlMs: 300_000,
  keptMs: KEPT_NOW_MS,
  permission: 'cards.read',
  watches: INCIDENT_EVENTS,
  async compute({ now }): Promise<ValueOf<'bars'>> {
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT priority, count(*)::int AS n, min(created_at) AS "oldestAt",
          (array_agg(json_build_object('year', year, 'ordinal', ordinal) ORDER BY created_at, id))[1] AS oldest
        FROM incidents WHERE status IN (${anyOf(OPEN_STATUSES)}) GROUP BY priority`,
    );
    const byPriority = new Map(rows.map((row) => [row.priority, row]));
    const urgent = (byPriority.get('P1')?.n ?? 0) + (byPriority.get('P2')?.n ?? 0);
    const all = rows.reduce((sum, { n }) => sum + n, 0);
    return {
      headline: { value: urgent, unit: 'count', tone: 'plain', words: `P1 or P2, of ${counted(all, 'open incident')}.` },
      unit: 'count',
      bars: all === 0 ? [] : PRIORITIES.map((priority) => {
        const row = byPriority.get(priority);
        const words = row ? `oldest ${incidentNumber(row.oldest)}, since ${clock(row.oldestAt, now)}` : null;
        return { label: priority, value: row?.n ?? 0, tone: 'plain', words };
      }),
      empty: 'No incident is open.',
    };
  },
});
