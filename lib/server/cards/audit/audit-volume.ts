import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { readRows } from '../pieces/read-rows';
import { hourSlices, sliceOf, toPoints, within } from '../pieces/time-slices';
import { BONFIRE_EVENTS, FLASH_EVENTS, INCIDENT_EVENTS, UNIT_EVENTS } from '../pieces/watched';
import { clock } from '../pieces/words';

const HOURS = 24;

const rowSchema = z.object({ slice: z.int(), success: z.int(), failure: z.int() });

/** How much is recorded. */
export const auditVolume = defineCard({
  key: 'audit-volume',
  tab: 'audit',
  title: 'Audit entries',
  about: `Audit entries by outcome, by the hour, over ${HOURS} hours; the last point is the hour that runs.`,
  view: 'lines',
  wide: true,
  ttlMs: 120_000,
  permission: 'audit.read',
  watches: [...INCIDENT_EVENTS, 'entry.pinned', ...UNIT_EVENTS, ...BONFIRE_EVENTS, ...FLASH_EVENTS, 'server.status.changed', 'demo.changed', 'session.revoked', 'sign-ins'],
  async compute({ now }): Promise<ValueOf<'lines'>> {
    const slices = hourSlices(now, HOURS);
    const at = Prisma.sql`at`;
    const rows = await readRows(
      rowSchema,
      Prisma.sql`SELECT ${sliceOf(at, slices)} AS slice, count(*) FILTER (WHERE outcome <> 'failure')::int AS success, count(*) FILTER (WHERE outcome = 'failure')::int AS failure
        FROM audit_entries WHERE ${within(at, slices)} GROUP BY 1`,
    );
    const sum = (column: 'success' | 'failure') => rows.reduce((total, row) => total + row[column], 0);
    const [success, failure] = [sum('success'), sum('failure')];
    return {
      headline: { value: success + failure, unit: 'count', tone: 'plain', words: `recorded since ${clock(slices.starts[0], now)}; ${failure} of them tell of something refused.` },
      unit: 'count',
      series: [
        { name: 'Done', tone: 'plain' },
        { name: 'Refused', tone: 'warning' },
      ],
      points: rows.length === 0 ? [] : toPoints(slices, rows, (row) => [row?.success ?? 0, row?.failure ?? 0]),
      figures: [],
      empty: `Nothing was recorded in ${HOURS} hours.`,
    };
  },
});
