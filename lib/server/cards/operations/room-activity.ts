import 'server-only';
import { z } from 'zod';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import { Prisma } from '@/lib/server/db/client';
import { incidentNumber } from '@/lib/server/services/incidents/to-wire';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { anyOf, readRows } from '../pieces/read-rows';
import { ENTRY_EVENTS, INCIDENT_EVENTS } from '../pieces/watched';
import { counted } from '../pieces/words';

const MOST_ROWS = 50;

const rowSchema = z.object({
  year: z.int(),
  ordinal: z.int(),
  title: z.string(),
  status: z.string(),
  hour: z.int(),
  day: z.int(),
  last: z.date().nullable(),
  rooms: z.int(),
  busyRooms: z.int(),
  entries: z.int(),
});

/** Where people talk, and where it has become quiet. */
export const roomActivity = defineCard({
  key: 'room-activity',
  tab: 'operations',
  title: 'Room activity',
  about: 'Log entries of each open incident in the last hour and the last 24 hours, the busiest first.',
  view: 'table',
  wide: true,
  ttlMs: 120_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'cards.read',
  watches: [...ENTRY_EVENTS, ...INCIDENT_EVENTS],
  async compute({ now }): Promise<ValueOf<'table'>> {
    const rows = await readRows(rowSchema, openRooms(now));
    const { rooms = 0, busyRooms = 0, entries = 0 } = rows[0] ?? {};
    return {
      headline: rooms === 0 ? null : { value: entries, unit: 'count', tone: 'plain', words: `${entries === 1 ? 'entry' : 'entries'} in the last hour, in ${busyRooms} of ${counted(rooms, 'open room')}.` },
      columns: [
        { label: 'Incident', kind: 'text' },
        { label: 'Title', kind: 'text' },
        { label: 'Status', kind: 'text' },
        { label: 'Last hour', kind: 'count' },
        { label: '24 hours', kind: 'count' },
        { label: 'Last entry', kind: 'instant' },
      ],
      rows: rows.map((row) => [incidentNumber(row), row.title, row.status, row.hour, row.day, row.last?.toISOString() ?? null]),
      total: rooms,
      empty: 'No incident is open.',
    };
  },
});

function openRooms(now: Date): Prisma.Sql {
  const at = Prisma.sql`${now}::timestamptz`;
  return Prisma.sql`SELECT year, ordinal, title, status, hour, day, last, count(*) OVER ()::int AS rooms,
      (count(*) FILTER (WHERE hour > 0) OVER ())::int AS "busyRooms", (sum(hour) OVER ())::int AS entries
    FROM incidents CROSS JOIN LATERAL (
      SELECT max(recorded_at) AS last, count(*) FILTER (WHERE recorded_at >= ${at} - interval '1 hour')::int AS hour,
        count(*) FILTER (WHERE recorded_at >= ${at} - interval '24 hours')::int AS day
      FROM incident_log WHERE incident_id = incidents.id AND recorded_at <= ${at}
    ) AS log
    WHERE status IN (${anyOf(OPEN_STATUSES)}) ORDER BY hour DESC, last DESC NULLS LAST, id LIMIT ${MOST_ROWS}`;
}
