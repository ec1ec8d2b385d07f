'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Service } from '@/lib/protocol/infrastructure';
import { Freshness } from '../freshness';
import { STATE_LOOK } from '../state-look';
import { overallWords } from '../summary';
import { Tile } from './tile';
import { tileColumns } from './tile-columns';

interface WallProps {
  readonly services: readonly Service[];
  readonly ageMs: number | null;
  readonly isAsking: boolean;
  readonly onLeave: () => void;
}

/** The services as large tiles that fill the screen, for a wall that nobody touches. */
export function Wall({ services, ageMs, isAsking, onLeave }: WallProps) {
  const { state, text } = overallWords(services);
  const columns = tileColumns(services.length);
  useKey('Escape', 'Back to the list', onLeave);
  return (
    <div className="flex min-h-full flex-col gap-3 p-3 lg:h-full">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-5 gap-y-1">
        <h1 className="sr-only">Infrastructure</h1>
        <p role="status" className="flex items-center gap-[0.5em] text-[28px] leading-9 font-semibold max-sm:text-lg">
          <Shape name={STATE_LOOK[state].shape} className={`size-[0.75em] ${TONE_TEXT[STATE_LOOK[state].tone]}`} />
          {text}
        </p>
        {/* 13 px are for a desk. */}
        <Freshness ageMs={ageMs} isAsking={isAsking} className="lg:[zoom:1.85]" />
        <Button size="sm" look="quiet" aria-keyshortcuts="Escape" onClick={onLeave} className="ml-auto">
          <X aria-hidden size={16} />
          Back to the list
          <Kbd keys="Esc" />
        </Button>
      </div>
      <ul
        aria-label="Services"
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(max(16rem, calc((100% - ${columns - 1} * 0.75rem) / ${columns})), 1fr))` }}
        className="grid min-h-0 flex-1 auto-rows-[minmax(10rem,1fr)] gap-3"
      >
        {services.map((service) => (
          <Tile key={service.id} service={service} />
        ))}
      </ul>
    </div>
  );
}
