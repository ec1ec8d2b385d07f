'use client';

import { useState } from 'react';
import { acknowledge } from '@/components/flash/acknowledge';
import { ACK_KEY } from '@/components/flash/ack-button';
import { Announcer } from '@/components/flash/announcer';
import { LiveMessage } from '@/components/flash/live-message';
import { topmostAlerting, useLiveEntries } from '@/components/flash/use-live-entries';
import { useSweepWithdrawn } from '@/components/flash/use-sweep-withdrawn';
import { cn } from '@/components/ui/cn';
import { useKey } from '@/components/ui/keys/use-key';

const MOST_SHOWN = 3;

/** The live messages on top of every page: nothing when there are none, three at most, the rest behind one line. */
export function FlashBar() {
  const [all, setAll] = useState(false);
  const entries = useLiveEntries();
  useSweepWithdrawn(entries);

  const bar = entries.filter((entry) => !entry.hidden);
  const shown = all ? bar : bar.slice(0, MOST_SHOWN);
  const more = bar.length - MOST_SHOWN;
  const topmost = topmostAlerting(bar);
  useKey(ACK_KEY, 'Acknowledge the topmost message', () => topmost && void acknowledge(topmost.flash.id), topmost !== undefined);

  return (
    <section aria-label="Message bar" data-over-dialogs className="pointer-events-auto relative z-30 shrink-0">
      <Announcer />
      <div className={cn(all && 'max-h-[60dvh] overflow-y-auto')}>
        {shown.map((entry) => (
          <LiveMessage key={entry.flash.id} entry={entry} hasKey={entry === topmost} />
        ))}
      </div>
      {more > 0 ? (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="flex h-7 w-full items-center justify-center border-b bg-surface-raised text-sm text-text-muted hover:text-text focus-visible:-outline-offset-2"
        >
          {all ? 'Show the first three only' : `+${more} more`}
        </button>
      ) : null}
    </section>
  );
}
