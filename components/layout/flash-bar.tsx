'use client';

import { useState, type RefObject } from 'react';
import { acknowledge } from '@/components/flash/acknowledge';
import { ACK_KEY } from '@/components/flash/ack-button';
import { Announcer } from '@/components/flash/announcer';
import { LiveMessage } from '@/components/flash/live-message';
import { topmostAlerting, useLiveEntries } from '@/components/flash/use-live-entries';
import { useSweepWithdrawn } from '@/components/flash/use-sweep-withdrawn';
import { cn } from '@/components/ui/cn';
import { useKey } from '@/components/ui/keys/use-key';
import { heldOrder } from './held-order';

const MOST_SHOWN = 3;

interface FlashBarProps {
  /** What keeps its place in the frame; the bar itself may be higher and then lies over the page. */
  readonly stand: RefObject<HTMLElement | null>;
  readonly bar: RefObject<HTMLDivElement | null>;
}

/** The live messages on top of every page, three at most, the rest behind one line. Nothing when there are none. */
export function FlashBar({ stand, bar: box }: FlashBarProps) {
  const [all, setAll] = useState(false);
  const entries = useLiveEntries();
  useSweepWithdrawn(entries);

  const bar = entries.filter((entry) => !entry.hidden);
  const [order, setOrder] = useState<readonly string[]>([]);
  const shown = heldOrder(all ? bar : bar.slice(0, MOST_SHOWN), order, ({ flash }) => flash.id);
  const ids = shown.map(({ flash }) => flash.id);
  if (ids.join() !== order.join()) setOrder(ids);
  const more = bar.length - MOST_SHOWN;
  const topmost = topmostAlerting(bar);
  const acknowledgeTopmost = () => topmost && void acknowledge(topmost.flash.id);
  useKey(ACK_KEY, 'Acknowledge the topmost message', acknowledgeTopmost, topmost !== undefined);
  useKey(`Alt ${ACK_KEY}`, 'Acknowledge the topmost message, while typing too', acknowledgeTopmost, topmost !== undefined);

  return (
    <section ref={stand} aria-label="Message bar" data-over-dialogs data-keeps-focus className="sticky top-0 z-30 shrink-0">
      <Announcer />
      <div ref={box} className={cn('pointer-events-auto max-h-[60dvh] overflow-y-auto', bar.length > 0 && 'shadow-floating')}>
        {shown.map((entry) => (
          <LiveMessage key={entry.flash.id} entry={entry} hasKey={entry === topmost} />
        ))}
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
      </div>
    </section>
  );
}
