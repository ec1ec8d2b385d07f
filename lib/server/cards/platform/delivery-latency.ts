import 'server-only';
import type { CardTone } from '@/lib/protocol/card-value';
import { defineCard, type ValueOf } from '../define';
import { askDatabase } from './ask-database';
import { slotPoints } from './slot-points';

const SLOT_MS = 10 * 60_000;
const SLOTS = 36;
const HOUR_MS = 3_600_000;
/** An event should stand on every screen within a second of its commit. */
const LATE_MS = 1_000;
const STUCK_S = 10;

interface Slot {
  at: number;
  p50: number;
  p99: number;
}

interface LastHour {
  events: number;
  p50: number | null;
  p99: number | null;
  waiting: number;
  oldest: number | null;
}

/** How long committed events wait before everybody can hear of them. */
export const deliveryLatency = defineCard({
  key: 'delivery-latency',
  tab: 'platform',
  title: 'Delivery latency',
  about: 'From the moment that an event is written to the moment that it is on the log, from which all screens hear of it; the last six hours in slices of ten minutes.',
  view: 'lines',
  wide: true,
  ttlMs: 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ now, signal }): Promise<ValueOf<'lines'>> {
    const from = (Math.floor(now.getTime() / SLOT_MS) - SLOTS + 1) * SLOT_MS;
    const [slots, [hour]] = await askDatabase(signal, (database) =>
      Promise.all([
        database.$queryRaw<Slot[]>`
          SELECT floor(extract(epoch FROM sent_at) * 1000 / ${SLOT_MS})::float8 * ${SLOT_MS} AS at,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99
          FROM (SELECT sent_at, greatest(extract(epoch FROM sent_at - created_at)::float8 * 1000, 0) AS ms
            FROM outbox_events WHERE sent_at >= ${new Date(from)}) AS sent
          GROUP BY 1`,
        database.$queryRaw<LastHour[]>`
          SELECT count(ms)::int AS events, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99,
            (count(*) FILTER (WHERE sent_at IS NULL))::int AS waiting,
            extract(epoch FROM ${now}::timestamptz - min(created_at) FILTER (WHERE sent_at IS NULL))::float8 AS oldest
          FROM (SELECT created_at, sent_at, greatest(extract(epoch FROM sent_at - created_at)::float8 * 1000, 0) AS ms
            FROM outbox_events WHERE sent_at >= ${new Date(now.getTime() - HOUR_MS)} OR sent_at IS NULL) AS recent`,
      ]),
    );
    const { events = 0, waiting = 0 } = hour ?? {};
    const [p50, p99, oldest] = [hour?.p50 ?? null, hour?.p99 ?? null, hour?.oldest ?? null];
    const isStuck = oldest !== null && oldest > STUCK_S;
    const lateTone: CardTone = isStuck ? 'critical' : p99 === null ? 'plain' : p99 > LATE_MS ? 'warning' : 'ok';
    return {
      headline: { value: p99, unit: 'milliseconds', tone: lateTone, words: wordsOf(isStuck, waiting, events) },
      unit: 'milliseconds',
      series: [
        { name: 'half of them within', tone: 'plain' },
        { name: '99 of 100 within', tone: 'info' },
      ],
      points: slotPoints({ from, slotMs: SLOT_MS, slots: SLOTS }, slots, ({ p50, p99 }) => [p50, p99], 2),
      figures: [
        { label: 'Half of them within', value: p50, unit: 'milliseconds', tone: 'plain' },
        { label: 'Events in the last hour', value: events, unit: 'count', tone: 'plain' },
        { label: 'Waiting now', value: waiting, unit: 'count', tone: isStuck ? 'critical' : 'plain' },
      ],
      empty: 'No event has left in the last six hours.',
    };
  },
});

function wordsOf(isStuck: boolean, waiting: number, events: number): string {
  if (isStuck) return `${waiting} ${waiting === 1 ? 'event waits' : 'events wait'} and cannot leave: see whether Redis answers.`;
  return events === 0 ? 'No event has left in the last hour.' : '99 of 100 events of the last hour were on the log within this.';
}
