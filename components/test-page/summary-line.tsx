import { Pill, type PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { Summary } from './results';

const LOOK: Readonly<Record<Summary['verdict'], { readonly tone: PillTone; readonly shape: ShapeName; readonly word: string }>> = {
  pass: { tone: 'ok', shape: 'disc', word: 'pass' },
  fail: { tone: 'critical', shape: 'square', word: 'fail' },
  waiting: { tone: 'calm', shape: 'ring', word: 'waiting' },
};

/** One verdict, as a pill. */
export function Verdict({ verdict }: { readonly verdict: Summary['verdict'] }) {
  const { tone, shape, word } = LOOK[verdict];
  return (
    <Pill tone={tone} shape={shape}>
      {word}
    </Pill>
  );
}

/** A run in one line: middle, slow end, slowest, missed, doubled, verdict. */
export function SummaryLine({ summary }: { readonly summary: Summary }) {
  const { deliveries, p50, p95, max, missed, doubled, verdict } = summary;
  if (deliveries === 0) return null;
  return (
    <span data-testid="summary" className="inline-flex flex-wrap items-center gap-x-3">
      <span>
        p50 {p50} · p95 {p95} · max {max} ms
      </span>
      <span>
        {missed} missed · {doubled} doubled
      </span>
      <Verdict verdict={verdict} />
    </span>
  );
}
