'use client';

import { cn } from '@/components/ui/cn';
import type { CardHeadline, CardTone } from '@/lib/protocol/card-value';
import { Measure } from './measure';
import { useStanding } from './standing';
import { TONE_LOOK } from './tone-look';
import { ToneMark } from './tone-mark';

interface HeadlineProps {
  readonly headline: CardHeadline | null;
  /** How number and words stand: `beside` unless told; `chart` leaves the height to what is drawn. */
  readonly layout?: 'beside' | 'chart';
}

const WORDS = { beside: 'line-clamp-2 text-sm', chart: 'line-clamp-3 text-xs @min-[34rem]:line-clamp-4' } as const;

/** What calls for somebody goes on calling; that all is well must be known to be so. */
const CALLS: readonly CardTone[] = ['warning', 'critical'];

/** The one thing to read of a card, and what it means. Grey where it may be old, and its words struck where something newer contradicts them. */
export function Headline({ headline, layout = 'beside' }: HeadlineProps) {
  const standing = useStanding();
  if (!headline) return null;
  const { value, unit, words } = headline;
  const isCurrent = standing === 'current';
  const tone = isCurrent || CALLS.includes(headline.tone) ? headline.tone : 'plain';
  return (
    <p className={cn('flex min-w-0 items-baseline gap-x-2.5', layout === 'chart' && '@min-[34rem]:grid @min-[34rem]:gap-1')}>
      <span className={cn('flex shrink-0 items-baseline gap-1.5 text-xl font-semibold', isCurrent || tone !== 'plain' ? TONE_LOOK[tone].text : 'text-text-muted')}>
        <ToneMark tone={tone} size={14} className="self-center" />
        <Measure value={value} unit={unit} />
      </span>
      <span title={words} className={cn('min-w-0 text-text-muted', WORDS[layout])}>
        {standing === 'contradicted' ? (
          <>
            <span className="sr-only">No longer certain: </span>
            <s>{words}</s>
          </>
        ) : (
          words
        )}
      </span>
    </p>
  );
}
