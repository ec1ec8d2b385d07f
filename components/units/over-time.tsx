'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Shape } from '@/components/ui/shape';
import { useServerNow } from '@/components/ui/use-now';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { unitAlarm } from '@/lib/protocol/unit-alarm';

const KEY = 'n';

interface OverTimeProps {
  readonly units: readonly Unit[];
  readonly codeOf: ReadonlyMap<string, StatusCode>;
  readonly selectedId: string | null;
  readonly onReach: (unitId: string) => void;
}

/** How many units are over their time with nobody having taken note, and the way to the next of them. */
export function OverTime({ units, codeOf, selectedId, onReach }: OverTimeProps) {
  const now = useServerNow();
  const told = now === null ? [] : units.map((unit) => ({ unit, alarm: unitAlarm(unit, codeOf.get(unit.code), now) }));
  const open = told.filter(({ alarm }) => alarm.open);
  const alerts = open.filter(({ alarm }) => alarm.level === 'alert').length;
  const toNext = () => {
    const at = units.findIndex((unit) => unit.id === selectedId);
    const next = open.find(({ unit }) => units.indexOf(unit) > at) ?? open[0];
    if (next) onReach(next.unit.id);
  };
  useKey(KEY, 'Next unit over its time', toNext, open.length > 0);
  if (open.length === 0) return <span className="text-xs text-text-muted">All within their time</span>;
  return (
    <Button size="sm" look="quiet" onClick={toNext} aria-keyshortcuts={KEY} className={alerts > 0 ? 'text-critical' : 'text-warning'}>
      <Shape name={alerts > 0 ? 'square' : 'triangle'} size={10} />
      <span className="figures">{open.length} over time</span>
      <Kbd keys={KEY} />
    </Button>
  );
}
