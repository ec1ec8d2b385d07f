'use client';

import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { BanFlag } from '../ban-flag';
import { RowLink } from '../row-link';
import { spanOnDay } from '../span-words';
import { BONFIRE_LOOK } from '../status-look';
import { placeOnDay, type DayBounds } from './day-layout';

interface DayBarProps {
  readonly bonfire: Bonfire;
  readonly date: string;
  readonly bounds: DayBounds;
  readonly selected: boolean;
  readonly onSelect: (bonfireId: string) => void;
}

/** One fire of the day: its words, and under them its hours as a bar. */
export function DayBar({ bonfire, date, bounds, selected, onSelect }: DayBarProps) {
  const { word, shape, tone } = BONFIRE_LOOK[bonfire.status];
  const { left, width, before, after } = placeOnDay(bonfire.startsAt, bonfire.endsAt, bounds);
  return (
    <li className={cn('border-b last:border-b-0', selected && 'bg-text/8 shadow-[inset_3px_0_0_var(--accent)]')}>
      <RowLink bonfireId={bonfire.id} selected={selected} onSelect={onSelect} className="block px-3 pt-1.5 pb-2 hover:bg-text/5 focus-visible:-outline-offset-2">
        <span className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className={cn('flex items-center gap-1.5', TONE_TEXT[tone])}>
            <Shape name={shape} size={10} />
            {word}
          </span>
          <span className="figures">{spanOnDay(bonfire.startsAt, bonfire.endsAt, date)}</span>
          <span title={bonfire.place.address} className="min-w-0 truncate font-medium">
            {bonfire.place.address}
          </span>
          <span className="truncate text-text-muted">{bonfire.municipality}</span>
          {bonfire.inBanPeriod ? <BanFlag /> : null}
        </span>
        <span aria-hidden className="relative mt-1 block h-2">
          <span
            className={cn('absolute inset-y-0 min-w-1 bg-current', TONE_TEXT[tone], !before && 'rounded-l-sm', !after && 'rounded-r-sm')}
            style={{ left: `${left}%`, width: `${width}%` }}
          />
        </span>
      </RowLink>
    </li>
  );
}
