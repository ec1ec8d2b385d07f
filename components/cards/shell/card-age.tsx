import { formatDuration } from '@/components/ui/format-time';
import type { CardResult } from '@/lib/protocol/cards';
import { measureWords } from '../measure-words';

interface CardAgeProps {
  readonly result: CardResult | null;
  /** The server's clock in milliseconds; null before the page is alive. */
  readonly now: number | null;
}

/** How old a result is, and how long it took to compute: "computed 12 s ago, took 0.4 s". */
export function CardAge({ result, now }: CardAgeProps) {
  if (!result) return <span>not computed yet</span>;
  const { computedAt, durationMs } = result;
  return (
    <span className="figures min-w-0 truncate">
      computed{' '}
      <time dateTime={computedAt} title={computedAt}>
        {now === null ? <span className="invisible">0 s</span> : formatDuration(now - Date.parse(computedAt))}
      </time>{' '}
      ago, took {measureWords(durationMs, 'milliseconds')}
    </span>
  );
}
