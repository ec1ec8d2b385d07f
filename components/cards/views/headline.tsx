import { cn } from '@/components/ui/cn';
import type { CardHeadline } from '@/lib/protocol/card-value';
import { Measure } from './measure';
import { TONE_LOOK } from './tone-look';
import { ToneMark } from './tone-mark';

interface HeadlineProps {
  readonly headline: CardHeadline | null;
  /** How number and words stand: `beside` unless told; `chart` leaves the height to what is drawn. */
  readonly layout?: 'beside' | 'chart';
}

const WORDS = { beside: 'line-clamp-2 text-sm', chart: 'line-clamp-3 text-xs @min-[34rem]:line-clamp-4' } as const;

/** The one thing to read of a card, and what it means. */
export function Headline({ headline, layout = 'beside' }: HeadlineProps) {
  if (!headline) return null;
  const { value, unit, tone, words } = headline;
  return (
    <p className={cn('flex min-w-0 items-baseline gap-x-2.5', layout === 'chart' && '@min-[34rem]:grid @min-[34rem]:gap-1')}>
      <span className={cn('flex shrink-0 items-baseline gap-1.5 text-xl font-semibold', TONE_LOOK[tone].text)}>
        <ToneMark tone={tone} size={14} className="self-center" />
        <Measure value={value} unit={unit} />
      </span>
      <span title={words} className={cn('min-w-0 text-text-muted', WORDS[layout])}>
        {words}
      </span>
    </p>
  );
}
