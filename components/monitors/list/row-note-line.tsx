import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import { OUTCOME_LOOK, resultWords } from '../test-words';
import type { RowNote } from './use-monitor-acts';

/** What came of the last thing done to a monitor, on its row. Always there, so that readers hear when it is filled. */
export function RowNoteLine({ note }: { readonly note: RowNote | undefined }) {
  return (
    <span role="status" className="block">
      {note ? <Words note={note} /> : null}
    </span>
  );
}

function Words({ note }: { readonly note: RowNote }) {
  if (note.kind === 'working') return <span className="block pb-1 text-xs text-text-muted">{note.text} …</span>;
  const look = note.kind === 'refused' ? { shape: 'triangle' as const, tone: 'warning' as const } : OUTCOME_LOOK[note.result.outcome];
  return (
    <span className={cn('figures flex items-baseline gap-1.5 pb-1 text-xs', TONE_TEXT[look.tone])}>
      <Shape name={look.shape} size={8} />
      <span className="min-w-0 break-words">{note.kind === 'refused' ? note.text : `Test: ${resultWords(note.result)}`}</span>
    </span>
  );
}
