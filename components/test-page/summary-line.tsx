import { cn } from '@/components/ui/cn';
import { Pill, type PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { Verdict } from './results';
import type { Summary } from './summary';

const LOOK: Readonly<Record<Verdict, { readonly tone: PillTone; readonly shape: ShapeName; readonly word: string }>> = {
  pass: { tone: 'ok', shape: 'disc', word: 'pass' },
  fail: { tone: 'critical', shape: 'square', word: 'fail' },
  waiting: { tone: 'calm', shape: 'half', word: 'waiting' },
  void: { tone: 'calm', shape: 'ring', word: 'no result' },
};

/** One verdict, as a pill. */
export function VerdictPill({ verdict }: { readonly verdict: Verdict }) {
  const { tone, shape, word } = LOOK[verdict];
  return (
    <Pill tone={tone} shape={shape}>
      {word}
    </Pill>
  );
}

/** A run in one line: verdict, middle, slow end, slowest, missed, doubled. */
export function SummaryLine({ summary, className }: { readonly summary: Summary; readonly className?: string }) {
  const { p50, p95, max, missed, doubled, verdict } = summary;
  return (
    <span data-testid="summary" className={cn('figures flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-muted', className)}>
      <span role="status">
        <VerdictPill verdict={verdict} />
      </span>
      <span>
        p50 {p50 ?? '–'} · p95 {p95 ?? '–'} · max {max ?? '–'} ms
      </span>
      <span className={missed + doubled > 0 ? 'font-semibold text-critical' : undefined}>
        {missed} missed · {doubled} doubled
      </span>
    </span>
  );
}
