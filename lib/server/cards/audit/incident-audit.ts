import 'server-only';
import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import type { CardHeadline } from '@/lib/protocol/card-value';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { readRows } from '../pieces/read-rows';
import { DAY_MS, oneSlice, within } from '../pieces/time-slices';
import { INCIDENT_EVENTS } from '../pieces/watched';
import { counted } from '../pieces/words';

/** The row without an action is the sum of all. */
const rowSchema = z.object({ action: z.string().nullable(), n: z.int(), people: z.int(), things: z.int() });

/** What was done to incidents. */
export const incidentAudit = defineCard({
  key: 'incident-audit',
  tab: 'audit',
  title: 'What was done to incidents',
  about: 'Recorded acts on incidents in the last 24 hours, by kind, the most frequent first.',
  view: 'bars',
  ttlMs: 120_000,
  permission: 'audit.read',
  watches: [...INCIDENT_EVENTS, 'entry.pinned'],
  async compute({ now }): Promise<ValueOf<'bars'>> {
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT action, count(*)::int AS n, count(DISTINCT coalesce(actor_id, actor_name))::int AS people, count(DISTINCT target_id)::int AS things
        FROM audit_entries WHERE ${within(Prisma.sql`at`, oneSlice(now, DAY_MS))} AND category = 'incidents'
        GROUP BY GROUPING SETS ((action), ()) ORDER BY n DESC, action`,
    );
    const all = rows.find(({ action }) => action === null);
    const kinds = rows.flatMap(({ action, n, people }) => (action === null ? [] : [{ action, n, people }]));
    return {
      headline: headline(all?.n ?? 0, all?.people ?? 0, all?.things ?? 0),
      unit: 'count',
      bars: kinds.map(({ action, n, people }) => ({ label: label(action), value: n, tone: 'plain', words: `by ${counted(people, 'actor')}` })),
      empty: 'Nothing was done to incidents in the last 24 hours.',
    };
  },
});

function headline(value: number, people: number, incidents: number): CardHeadline {
  return { value, unit: 'count', tone: 'plain', words: `${value === 1 ? 'act' : 'acts'} by ${counted(people, 'actor')} on ${counted(incidents, 'incident')}.` };
}

/** "incident.accept" as "accept"; "entry.pin" as "entry pin". */
function label(action: string): string {
  return cutText(action.replace(/^incident\./, '').replaceAll(/[._]/g, ' '), 80) || action;
}
