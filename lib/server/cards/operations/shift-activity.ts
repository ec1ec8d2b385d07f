import 'server-only';
import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import { ownValue } from '@/lib/core/own-value';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import { WRITTEN_KINDS } from '@/lib/protocol/room';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { anyOf, IS_PERSON, readRows } from '../pieces/read-rows';
import { HOUR_MS, oneSlice, within, type TimeSlices } from '../pieces/time-slices';
import { BONFIRE_EVENTS, ENTRY_EVENTS, FLASH_EVENTS, INCIDENT_EVENTS, UNIT_EVENTS } from '../pieces/watched';
import { counted } from '../pieces/words';

const HOURS = 8;
const MOST_BARS = 40;

const rowSchema = z.object({ name: z.string(), n: z.int(), parts: z.record(z.string(), z.int()), people: z.int(), all: z.int() });

const PART_WORDS: Readonly<Record<string, string>> = { flash: 'messages', users: 'accounts', monitors: 'monitoring' };

/** Who did how much in this shift. */
export const shiftActivity = defineCard({
  key: 'shift-activity',
  tab: 'operations',
  title: 'Shift activity',
  about: `What each person did in the last ${HOURS} hours: recorded acts, and what was written in rooms. Signing in does not count.`,
  view: 'bars',
  ttlMs: 120_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'flash.send',
  watches: [...INCIDENT_EVENTS, ...ENTRY_EVENTS, 'entry.pinned', ...UNIT_EVENTS, ...BONFIRE_EVENTS, ...FLASH_EVENTS, 'session.revoked', 'demo.changed'],
  async compute({ now }): Promise<ValueOf<'bars'>> {
    const rows = await readRows(rowSchema, acts(oneSlice(now, HOURS * HOUR_MS)));
    const { people = 0, all = 0 } = rows[0] ?? {};
    const left = people > rows.length ? ` The ${rows.length} busiest are shown.` : '';
    return {
      headline: { value: people, unit: 'count', tone: 'plain', words: `${people === 1 ? 'person' : 'people'} at work, ${counted(all, 'act')} in ${HOURS} hours.${left}` },
      unit: 'count',
      bars: rows.map(({ name, n, parts }) => ({ label: cutText(name, 80) || '–', value: n, tone: 'plain', words: partsWords(parts) })),
      empty: `Nobody did anything in the last ${HOURS} hours.`,
    };
  },
});

// What was written lies in the logs of incidents that are open, or that ended within the time: a room takes nothing
// after that. So the log, which has no index by time, is entered by its incidents.
function acts(time: TimeSlices): Prisma.Sql {
  return Prisma.sql`WITH acts AS (
      SELECT actor_id AS user_id, category AS part FROM audit_entries
      WHERE ${within(Prisma.sql`at`, time)} AND actor_id IS NOT NULL AND category <> 'sign-in'
      UNION ALL
      SELECT log.speaker_user_id, 'rooms' FROM incidents JOIN incident_log AS log ON log.incident_id = incidents.id
      WHERE (status IN (${anyOf(OPEN_STATUSES)}) OR status_since >= ${time.starts[0]}::timestamptz)
        AND ${within(Prisma.sql`log.recorded_at`, time)} AND log.speaker_user_id IS NOT NULL AND log.kind IN (${anyOf(WRITTEN_KINDS)})
    ), parts AS (SELECT user_id, part, count(*)::int AS n FROM acts GROUP BY user_id, part)
    SELECT u.name, sum(n)::int AS n, json_object_agg(part, n ORDER BY n DESC, part) AS parts,
      count(*) OVER ()::int AS people, (sum(sum(n)) OVER ())::int AS "all"
    FROM parts JOIN users AS u ON u.id = parts.user_id WHERE ${IS_PERSON}
    GROUP BY u.id, u.name ORDER BY 2 DESC, u.name, u.id LIMIT ${MOST_BARS}`;
}

function partsWords(parts: Readonly<Record<string, number>>): string {
  return cutText(Object.entries(parts).map(([part, n]) => `${ownValue(PART_WORDS, part) ?? part} ${n}`).join(', '), 240);
}
