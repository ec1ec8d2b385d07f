'use client';

import { Age } from '@/components/ui/age';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Shape } from '@/components/ui/shape';
import type { EntryCommands } from './entry-commands';
import { currentText, type EntryView } from './log-view';

interface StripProps {
  readonly views: readonly EntryView[];
  readonly commands: EntryCommands;
}

/** The requests that nobody has answered, the oldest first: always in sight above the log. Nothing when there is none. */
export function OpenRequests({ views, commands }: StripProps) {
  if (views.length === 0) return null;
  return (
    <section aria-label="Open requests" className="border-b bg-warning/7">
      <ul tabIndex={0} aria-label="Requests without an answer" className="max-h-22 overflow-y-auto py-0.5 -outline-offset-2">
        {views.map((view, index) => (
          <li key={view.entry.id} className="flex min-h-7 items-center gap-2 px-3 text-sm">
            <Shape name="triangle" size={10} className="text-warning" />
            <span className="sr-only sm:not-sr-only sm:shrink-0 sm:text-xs sm:font-medium sm:text-warning">
              open <Age since={view.entry.occurredAt} />
            </span>
            <EntryLink view={view} commands={commands} />
            {commands.answer ? (
              <Button size="sm" className="h-6 text-xs" aria-keyshortcuts={index === 0 ? 'r' : undefined} onClick={() => commands.answer?.(view)}>
                Answer
                {index === 0 ? <Kbd keys="r" /> : null}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody pinned, above the log. Nothing when there is nothing. */
export function PinnedEntries({ views, commands }: StripProps) {
  if (views.length === 0) return null;
  return (
    <section aria-label="Pinned" className="border-b">
      <ul tabIndex={0} aria-label="Pinned entries" className="max-h-22 overflow-y-auto py-0.5 -outline-offset-2">
        {views.map((view) => (
          <li key={view.entry.id} className="flex min-h-7 items-center gap-2 px-3 text-sm">
            <span className="shrink-0 text-xs font-medium text-accent">pinned</span>
            <EntryLink view={view} commands={commands} />
            {commands.pin ? (
              <Button size="sm" look="quiet" className="h-6 text-xs" onClick={() => commands.pin?.(view.entry)}>
                Unpin
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EntryLink({ view, commands }: { readonly view: EntryView; readonly commands: EntryCommands }) {
  const { speaker, addressee, id } = view.entry;
  return (
    <button type="button" onClick={() => commands.jumpTo(id)} className="min-w-0 flex-1 truncate text-left hover:underline">
      <strong className="font-semibold">{speaker.label}</strong>
      {addressee ? ` to ${addressee}` : ''}: {currentText(view)}
    </button>
  );
}
