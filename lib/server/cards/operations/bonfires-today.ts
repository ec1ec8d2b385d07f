import 'server-only';
import { norwayDay, norwayDayBounds } from '@/lib/core/norway-time';
import { OPEN_BONFIRE_STATUSES, touchesBanPeriod } from '@/lib/protocol/bonfire';
import type { CardFigure, CardTone } from '@/lib/protocol/card-value';
import { db } from '@/lib/server/db/client';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { DAY_MS } from '../pieces/time-slices';
import { BONFIRE_EVENTS } from '../pieces/watched';
import { counted } from '../pieces/words';

/** A notice is good for a week at most, so one that was made today did not start before this many days ago. */
const LONGEST_MS = 7 * DAY_MS;

/** Which bonfires burn or will, and which of them want a look. */
export const bonfiresToday = defineCard({
  key: 'bonfires-today',
  tab: 'operations',
  title: 'Bonfires today',
  about: 'Bonfire notices that are open now, and those registered or starting today by the date in Norway.',
  view: 'figures',
  ttlMs: 120_000,
  keptMs: KEPT_NOW_MS,
  permission: 'cards.read',
  watches: BONFIRE_EVENTS,
  async compute({ now }): Promise<ValueOf<'figures'>> {
    const today = norwayDayBounds(norwayDay(now.getTime())) ?? { start: now.getTime(), end: now.getTime() };
    const start = new Date(today.start);
    const [open, registered] = await Promise.all([
      db().bonfire.findMany({ where: { held: false, status: { in: [...OPEN_BONFIRE_STATUSES] } }, select: { status: true, startsAt: true, endsAt: true } }),
      db().bonfire.count({ where: { held: false, createdAt: { gte: start, lte: now }, startsAt: { gte: new Date(today.start - LONGEST_MS) } } }),
    ]);
    const count = (status: string) => open.filter((one) => one.status === status).length;
    const [burning, overdue] = [count('active') + count('overdue'), count('overdue')];
    const toCome = open.filter((one) => one.status === 'registered' && one.startsAt >= start && one.startsAt.getTime() < today.end).length;
    const banned = open.filter(({ startsAt, endsAt }) => touchesBanPeriod(startsAt.toISOString(), endsAt.toISOString())).length;
    return {
      headline: {
        value: burning,
        unit: 'count',
        tone: overdue > 0 ? 'warning' : 'plain',
        words: overdue > 0 ? `${burning === 1 ? 'burns' : 'burn'} now; ${counted(overdue, 'is', 'are')} past the end.` : `${burning === 1 ? 'burns' : 'burn'} now, none past its end.`,
      },
      figures: [
        figure('Active', count('active')),
        figure('Overdue', overdue, 'warning'),
        figure('Reported extinguished', count('reported_extinguished')),
        figure('Still to start today', toCome),
        figure('Registered today', registered),
        figure('Open in the ban period', banned, 'warning'),
      ],
    };
  },
});

function figure(label: string, value: number, toneOfSome: CardTone = 'plain'): CardFigure {
  return { label, value, unit: 'count', tone: value > 0 ? toneOfSome : 'plain' };
}
