import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_SPAN_MS } from './kept';
import { anyOf, readRows } from '../pieces/read-rows';
import { share } from './share';
import { HOUR_MS } from '../pieces/time-slices';
import { NOT_BOUND_STATES } from './unit-states';
import { counted } from '../pieces/words';

const HOURS = 12;
const MOST_BARS = 40;

/** Times in seconds: `bound` of one unit and of all, out of what is `known`. */
const rowSchema = z.object({ callSign: z.string(), bound: z.number(), known: z.number(), allBound: z.number(), allKnown: z.number(), units: z.int() });

/** How much of the last hours each unit was bound. */
export const unitUtilisation = defineCard({
  key: 'unit-utilisation',
  tab: 'operations',
  title: 'Unit utilisation',
  about: `Share of the last ${HOURS} hours in which a unit was bound: neither free nor out of service. The busiest first.`,
  view: 'bars',
  wide: true,
  ttlMs: 120_000,
  keptMs: KEPT_SPAN_MS,
  permission: 'cards.read',
  watches: ['unit.created', 'unit.retired', 'unit.status.changed'],
  async compute({ now }): Promise<ValueOf<'bars'>> {
    const rows = await readRows(rowSchema, boundTimes(new Date(now.getTime() - HOURS * HOUR_MS), now));
    const [first] = rows;
    const words = first ? `on average over ${counted(first.units, 'unit')}${first.units > rows.length ? `, of which the ${rows.length} busiest are shown` : ''}.` : 'There are no units yet.';
    return {
      headline: { value: first ? share(first.allBound, first.allKnown) : null, unit: 'ratio', tone: 'plain', words },
      unit: 'ratio',
      bars: rows.map(({ callSign, bound, known }) => ({ label: callSign, value: share(bound, known), tone: 'plain', words: knownWords(known) })),
      empty: 'There are no units yet.',
    };
  },
});

// A unit's statuses are its past and what it does now: units made without a past have no other. Each lasts until the
// next; the one it was in when the time began counts from there on.
function boundTimes(from: Date, until: Date): Prisma.Sql {
  return Prisma.sql`WITH statuses AS (
      SELECT u.id AS unit_id, before.* FROM units u CROSS JOIN LATERAL (
        SELECT id, at, state FROM unit_status_history WHERE unit_id = u.id AND at <= ${from}::timestamptz ORDER BY at DESC, id DESC LIMIT 1
      ) AS before
      UNION ALL SELECT unit_id, id, at, state FROM unit_status_history WHERE at > ${from}::timestamptz AND at <= ${until}::timestamptz
      UNION ALL SELECT id, NULL, status_since, state FROM units WHERE status_since <= ${until}::timestamptz
    ), spans AS (
      SELECT unit_id, state, greatest(at, ${from}::timestamptz) AS since,
        greatest(lead(at, 1, ${until}::timestamptz) OVER (PARTITION BY unit_id ORDER BY at, id), ${from}::timestamptz) AS until
      FROM statuses
    ), sums AS (
      SELECT unit_id, extract(epoch FROM sum(until - since))::float AS known,
        extract(epoch FROM coalesce(sum(until - since) FILTER (WHERE state NOT IN (${anyOf(NOT_BOUND_STATES)})), interval '0'))::float AS bound
      FROM spans GROUP BY unit_id
    )
    SELECT call_sign AS "callSign", bound, known, count(*) OVER ()::int AS units,
      sum(bound) OVER () AS "allBound", sum(known) OVER () AS "allKnown"
    FROM sums JOIN units ON units.id = sums.unit_id AND units.retired_at IS NULL WHERE known > 0
    ORDER BY bound / known DESC, call_sign LIMIT ${MOST_BARS}`;
}

function knownWords(known: number): string | null {
  const hours = Math.round(known / 360) / 10;
  return hours < HOURS ? `known for ${hours} h only` : null;
}
