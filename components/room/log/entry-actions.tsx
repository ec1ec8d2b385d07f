import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { canAnswer, canCorrect, type EntryCommands } from './entry-commands';
import type { EntryView } from './log-view';

interface EntryActionsProps {
  readonly view: EntryView;
  readonly selected: boolean;
  readonly commands: EntryCommands;
}

/** What can be done with an entry; over its end, while it is selected or pointed at. */
export function EntryActions({ view, selected, commands }: EntryActionsProps) {
  const { answer, correct, pin } = commands;
  const { entry } = view;
  if (!answer && !correct && !pin) return null;
  return (
    <span
      className={cn(
        'absolute top-0 right-2 z-10 hidden gap-1 rounded-md border bg-surface-raised group-focus-within:flex group-hover:flex',
        selected && 'flex',
      )}
    >
      {canAnswer(view, commands) ? <Act label="Answer" keys="r" onAct={() => answer?.(view)} /> : null}
      {canCorrect(view, commands) ? <Act label="Correct" keys="c" onAct={() => correct?.(view)} /> : null}
      {pin ? <Act label={entry.pinned ? 'Unpin' : 'Pin'} keys="p" onAct={() => pin(entry)} /> : null}
    </span>
  );
}

function Act({ label, keys, onAct }: { readonly label: string; readonly keys: string; readonly onAct: () => void }) {
  return (
    <Button
      size="sm"
      look="quiet"
      className="h-5.5 px-1.5 text-xs"
      aria-keyshortcuts={keys}
      onClick={(event) => {
        event.stopPropagation();
        onAct();
      }}
    >
      {label}
      <Kbd keys={keys} />
    </Button>
  );
}
