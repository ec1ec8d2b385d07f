'use client';

import { cn } from '@/components/ui/cn';
import { VIEWS, type View } from './address';

const WORDS: Readonly<Record<(typeof VIEWS)[number], string>> = { open: 'Open', all: 'All', day: 'Day' };

interface ViewSwitchProps {
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** Chooses between the open fires, all notices and one day. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <span role="group" aria-label="Show" className="inline-flex overflow-hidden rounded-md border border-line-strong">
      {VIEWS.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === view}
          onClick={() => onView(choice)}
          className={cn('h-7 px-2.5 text-sm focus-visible:-outline-offset-2 pointer-coarse:h-10', choice === view ? 'bg-accent/15 font-medium text-text' : 'text-text-muted hover:bg-text/8')}
        >
          {WORDS[choice]}
        </button>
      ))}
    </span>
  );
}
