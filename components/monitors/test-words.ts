import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { TestResult } from '@/lib/protocol/monitor';

/** How the outcome of one look is told. One look is no alarm, so none of them is red. */
export const OUTCOME_LOOK: Readonly<Record<TestResult['outcome'], { readonly shape: ShapeName; readonly tone: PillTone & ('ok' | 'warning'); readonly word: string }>> = {
  ok: { shape: 'disc', tone: 'ok', word: 'Works' },
  warn: { shape: 'triangle', tone: 'warning', word: 'Works, with a warning' },
  fail: { shape: 'square', tone: 'warning', word: 'Fails' },
};

/** What a check found: "Fails · 12 ms · At /state is another value than "up". · Read: "down"". */
export function resultWords({ outcome, latencyMs, message, reading }: TestResult): string {
  return [OUTCOME_LOOK[outcome].word, latencyMs === null ? null : `${latencyMs} ms`, message, reading === undefined ? null : `Read: ${reading}`].filter(Boolean).join(' · ');
}
