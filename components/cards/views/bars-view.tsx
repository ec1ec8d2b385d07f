import { cn } from '@/components/ui/cn';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { measureWords } from '../measure-words';
import { Headline } from './headline';
import { NothingThere } from './nothing-there';
import { TONE_LOOK } from './tone-look';
import { ToneMark } from './tone-mark';

/** More than these stand in two columns where there is room. */
const FEW = 6;
/** Label, bar, words, value: the same for all, so that the bars can be compared. */
const COLUMNS = 'grid-cols-[fit-content(9rem)_minmax(3rem,1fr)_fit-content(11rem)_auto]';
const TWICE = '@min-[34rem]:grid-cols-[fit-content(9rem)_minmax(3rem,1fr)_fit-content(9rem)_auto_fit-content(9rem)_minmax(3rem,1fr)_fit-content(9rem)_auto] @min-[34rem]:[&>li:nth-child(even)]:pl-5';

interface BarsViewProps {
  readonly value: CardValueOf<'bars'>;
}

/** Things of one kind compared, a bar each. To readers it is a list. */
export function BarsView({ value: { headline, unit, bars, empty } }: BarsViewProps) {
  const largest = Math.max(unit === 'ratio' ? 1 : 0, ...bars.map(({ value }) => value));
  return (
    <div className="@container grid content-start gap-2">
      <Headline headline={headline} />
      {bars.length === 0 ? <NothingThere words={empty} headline={headline} /> : null}
      <ul className={cn('grid gap-x-2.5', COLUMNS, bars.length > FEW && TWICE)}>
        {bars.map((bar) => (
          <li key={bar.label} title={bar.words ?? undefined} className="col-span-4 grid h-6 grid-cols-subgrid items-center text-sm">
            <span className="flex min-w-0 items-center gap-1.5">
              <ToneMark tone={bar.tone} size={9} />
              <span title={bar.label} className="truncate">
                {bar.label}
              </span>
            </span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-text/8">
              <span
                className={cn('block h-full rounded-full', TONE_LOOK[bar.tone].fill)}
                style={{ width: `${percentOf(bar.value, bar.of ?? largest)}%` }}
              />
            </span>
            <span className="truncate text-xs text-text-muted">{bar.words}</span>
            <span className="figures text-right font-medium">{bar.of === undefined ? measureWords(bar.value, unit) : `${measureWords(bar.value, unit)} of ${measureWords(bar.of, unit)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function percentOf(value: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, (value / whole) * 100);
}
