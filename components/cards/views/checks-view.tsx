import { cn } from '@/components/ui/cn';
import { Shape, type ShapeName } from '@/components/ui/shape';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { Headline } from './headline';
import { NothingThere } from './nothing-there';

type CheckState = CardValueOf<'checks'>['checks'][number]['state'];

const LOOK: Readonly<Record<CheckState, { readonly word: string; readonly shape: ShapeName; readonly text: string }>> = {
  ok: { word: 'OK', shape: 'disc', text: 'text-ok' },
  warning: { word: 'Warning', shape: 'triangle', text: 'text-warning' },
  failed: { word: 'Failed', shape: 'square', text: 'text-critical' },
  unknown: { word: 'Unknown', shape: 'half', text: 'text-stale' },
};

/** What wants a person is read first; the rest keeps its order. */
const BY_URGENCY: readonly CheckState[] = ['failed', 'warning', 'unknown', 'ok'];

interface ChecksViewProps {
  readonly value: CardValueOf<'checks'>;
}

/** Things that are well or are not, each with its words. */
export function ChecksView({ value: { headline, checks, empty } }: ChecksViewProps) {
  const sorted = checks.toSorted((one, other) => BY_URGENCY.indexOf(one.state) - BY_URGENCY.indexOf(other.state));
  return (
    <div className="@container grid content-start gap-2">
      <Headline headline={headline} />
      {checks.length === 0 ? <NothingThere words={empty} headline={headline} /> : null}
      <ul className={cn('gap-x-8', checks.length > 8 && '@min-[52rem]:columns-2')}>
        {sorted.map(({ label, state, words }) => (
          <li key={label} className="grid break-inside-avoid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-x-1.5 py-0.5 text-sm">
            <span className={cn('flex items-baseline gap-1.5 text-xs font-medium', LOOK[state].text)}>
              <Shape name={LOOK[state].shape} size={9} />
              {LOOK[state].word}
            </span>
            <span title={words} className="line-clamp-2 min-w-0">
              <span className="font-medium">{label}</span> <span className="text-text-muted">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
