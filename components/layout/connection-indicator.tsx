'use client';

import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Shape } from '@/components/ui/shape';
import { useNow } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';
import { ConnectionDetail } from './connection-detail';
import { connectionWords } from './connection-words';

const TONES: Readonly<Record<string, string>> = {
  ok: 'border-transparent text-text-muted [&_svg]:text-ok',
  calm: 'border-transparent text-text-muted',
  warning: 'border-warning/50 bg-warning/10 text-warning',
  critical: 'border-critical/55 bg-critical/12 text-critical',
};

/** Whether what is on the screen is live: always in sight, never in the way. As wide for every word, so that the header stays put. */
export function ConnectionIndicator() {
  const state = useConnection();
  const { shape, tone, word, figure } = connectionWords(state, useNow());
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`Connection: ${word} ${figure}`}
        className={cn('figures inline-flex h-8 w-29 shrink-0 items-center gap-1.5 overflow-hidden rounded-md border px-2 text-sm hover:bg-text/8 xl:w-46', TONES[tone])}
      >
        <Shape name={shape} />
        <span className="font-medium">{word}</span>
        <span className="max-xl:sr-only">{figure}</span>
      </PopoverTrigger>
      <PopoverContent aria-label="Connection">
        <ConnectionDetail />
      </PopoverContent>
    </Popover>
  );
}
