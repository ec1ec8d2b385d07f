import 'server-only';
import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import type { CardTone } from '@/lib/protocol/card-value';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { anyOf, readRows } from '../pieces/read-rows';
import { FREE_STATES, OUT_OF_SERVICE } from './unit-states';
import { counted } from '../pieces/words';

const MOST_BARS = 40;

const rowSchema = z.object({ station: z.string(), all: z.int(), free: z.int(), out: z.int() });

/** How many units could be sent now, and where. */
export const unitsAvailable = defineCard({
  key: 'units-available',
  tab: 'operations',
  title: 'Units available',
  about: 'Units that are free and ready (at the station, mobile or on standby) by station, now.',
  view: 'bars',
  ttlMs: 300_000,
  keptMs: KEPT_NOW_MS,
  permission: 'cards.read',
  watches: ['unit.status.changed', 'unit.updated', 'unit.codes.changed'],
  async compute(): Promise<ValueOf<'bars'>> {
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT station, count(*)::int AS "all", count(*) FILTER (WHERE state IN (${anyOf(FREE_STATES)}))::int AS free,
          count(*) FILTER (WHERE state = ${OUT_OF_SERVICE})::int AS out
        FROM units WHERE retired_at IS NULL GROUP BY station ORDER BY station`,
    );
    const sum = (column: 'all' | 'free' | 'out') => rows.reduce((total, row) => total + row[column], 0);
    const [all, free, out] = [sum('all'), sum('free'), sum('out')];
    const left = rows.length > MOST_BARS ? ` The first ${MOST_BARS} of ${rows.length} stations are shown.` : '';
    return {
      headline: {
        value: all === 0 ? null : free,
        unit: 'count',
        tone: all > 0 && free === 0 ? 'critical' : 'plain',
        words: all === 0 ? 'There are no units yet.' : `of ${counted(all, 'unit')}; ${out} out of service.${left}`,
      },
      unit: 'count',
      bars: rows.slice(0, MOST_BARS).map((row) => ({ label: cutText(row.station, 80) || '–', value: row.free, of: row.all, tone: toneOf(row), words: wordsOf(row) })),
      empty: 'There are no units yet.',
    };
  },
});

/** An area without a free unit is for somebody to cover; one whose units are all out of service is known to be empty. */
function toneOf({ all, free, out }: z.infer<typeof rowSchema>): CardTone {
  return free === 0 && out < all ? 'warning' : 'plain';
}

function wordsOf({ out }: z.infer<typeof rowSchema>): string | null {
  return out > 0 ? `${out} out of service` : null;
}
