import 'server-only';
import type { CardHeadline } from '@/lib/protocol/card-value';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm, type UnitAlarm } from '@/lib/protocol/unit-alarm';
import { db } from '@/lib/server/db/client';
import { codeToWire, unitInclude, unitToWire } from '@/lib/server/services/units/to-wire';
import { defineCard, type ValueOf } from '../define';
import { KEPT_NOW_MS } from './kept';
import { counted } from '../pieces/words';

const MOST_ROWS = 50;
const EMPTY = 'No unit is over its time.';

interface Late {
  readonly unit: Unit;
  readonly code: StatusCode | undefined;
  readonly alarm: UnitAlarm;
}

/** Which units have been in their status for longer than its code allows. */
export const unitAlarms = defineCard({
  key: 'unit-alarms',
  tab: 'operations',
  title: 'Units over their time',
  about: 'Units that have been in their status for longer than its code allows, now; those that nobody took note of first.',
  view: 'table',
  wide: true,
  ttlMs: 30_000,
  keptMs: KEPT_NOW_MS,
  permission: 'cards.read',
  watches: ['unit.retired', 'unit.status.changed', 'unit.updated', 'unit.codes.changed'],
  async compute({ now }): Promise<ValueOf<'table'>> {
    const [units, codes] = await Promise.all([db().unit.findMany({ where: { retiredAt: null }, include: unitInclude }), db().statusCode.findMany()]);
    const byCode = new Map(codes.map((code) => [code.code, codeToWire(code)]));
    const late = units
      .map((row): Late => {
        const [unit, code] = [unitToWire(row), byCode.get(row.code)];
        return { unit, code, alarm: unitAlarm(unit, code, now.getTime()) };
      })
      .filter(({ alarm }) => alarm.level !== 'none')
      .sort((a, b) => Number(b.alarm.open) - Number(a.alarm.open) || a.alarm.level.localeCompare(b.alarm.level) || Date.parse(a.unit.statusSince) - Date.parse(b.unit.statusSince));
    return {
      headline: headline(late),
      columns: [
        { label: 'Unit', kind: 'text' },
        { label: 'Status', kind: 'text' },
        { label: 'Since', kind: 'instant' },
        { label: 'Allowed', kind: 'seconds' },
        { label: 'Level', kind: 'text' },
        { label: 'Noted', kind: 'text' },
      ],
      rows: late.slice(0, MOST_ROWS).map(({ unit, code, alarm }) => [
        unit.callSign,
        code?.text ?? unit.code,
        unit.statusSince,
        (alarm.level === 'alert' ? code?.alertSeconds : code?.warnSeconds) ?? null,
        alarm.level === 'alert' ? 'alert' : 'warning',
        notedBy(unit, alarm),
      ]),
      total: late.length,
      empty: EMPTY,
    };
  },
});

function headline(late: readonly Late[]): CardHeadline {
  const open = late.filter(({ alarm }) => alarm.open);
  const tone = open.length === 0 ? 'plain' : open.some(({ alarm }) => alarm.level === 'alert') ? 'critical' : 'warning';
  const noted = late.length - open.length;
  if (late.length === 0) return { value: 0, unit: 'count', tone, words: EMPTY };
  return { value: open.length, unit: 'count', tone, words: `over the time and not noted by anybody; ${counted(noted, 'other', 'others')} noted or muted.` };
}

function notedBy({ ack }: Unit, { open, muted }: UnitAlarm): string {
  if (open) return 'nobody';
  return muted ? 'muted' : `by ${ack?.by.name ?? 'somebody'}`;
}
