'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { useGo } from '@/components/offline/go';
import { Age } from '@/components/ui/age';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useKey } from '@/components/ui/keys/use-key';
import { TypingKey } from '@/components/ui/keys/typing-key';
import { Pill } from '@/components/ui/pill';
import { dropArrival, type Arrival } from '@/stores/arrivals';
import { useArrivalLine } from './use-arrival-line';

const OPEN_KEY = 'o';
const DISMISS_KEY = 'x';

/**
 * What came in last and waits for a look: at the foot of every page, over it, with a key to open it and one to put it away.
 * The most urgent is shown, the others are counted. It goes once somebody takes it up.
 */
export function ArrivalLine() {
  const arrivals = useArrivalLine();
  const go = useGo();
  const pathname = usePathname();
  const arrival = arrivals[0];
  const there = arrivals.find(({ href }) => href === pathname);
  useEffect(() => {
    // Who has it open looks at it.
    if (there) dropArrival(there.id);
  }, [there]);

  const open = () => {
    if (!arrival) return;
    dropArrival(arrival.id);
    go(arrival.href);
  };
  const dismiss = () => arrival && dropArrival(arrival.id);
  useKey(OPEN_KEY, 'Open what came in', open, arrival !== undefined);
  useKey(`Alt ${OPEN_KEY}`, 'Open what came in, while typing too', open, arrival !== undefined);
  useKey(DISMISS_KEY, 'Put away what came in', dismiss, arrival !== undefined);
  useKey(`Alt ${DISMISS_KEY}`, 'Put away what came in, while typing too', dismiss, arrival !== undefined);

  return (
    <>
      <p role="status" aria-label="New incidents" className="sr-only">
        {arrival ? `${arrival.kind === 'down' ? '' : `New ${arrival.kind}: `}${arrival.title}${arrival.place ? `, ${arrival.place}` : ''}` : ''}
      </p>
      {arrival ? (
        <div
          role="group"
          aria-label="What came in"
          data-arrival={arrival.kind}
          data-over-dialogs
          data-keeps-focus
          className={cn('@container pointer-events-auto absolute inset-x-0 bottom-0 z-30 animate-arrive border-t bg-surface-raised', loud(arrival) ? 'shadow-[inset_3px_0_0_var(--critical),var(--shadow)]' : 'shadow-[inset_3px_0_0_var(--warning),var(--shadow)]')}
        >
          <div className="flex min-h-12 items-center gap-2 pr-2 pl-3 @min-[880px]:gap-3 @min-[880px]:pr-3">
            <span className="flex shrink-0 items-center gap-2">
              <span className="text-sm font-semibold @max-[560px]:sr-only">{arrival.kind === 'down' ? 'Down' : 'New'}</span>
              {arrival.kind === 'down' ? (
                <Pill shape="square" tone="critical">
                  down
                </Pill>
              ) : (
                <PriorityMark priority={arrival.kind} />
              )}
            </span>
            <span className="flex min-w-0 flex-1 flex-col @min-[720px]:flex-row @min-[720px]:items-center @min-[720px]:gap-4">
              <Link href={arrival.href} prefetch={false} onClick={() => dropArrival(arrival.id)} className="min-w-0 truncate rounded-sm font-semibold hover:underline focus-visible:-outline-offset-2">
                {arrival.title}
              </Link>
              <span className="flex min-w-0 items-center gap-3 text-xs text-text-muted @min-[720px]:flex-1 @min-[720px]:text-sm">
                <span title={arrival.place} className="min-w-0 truncate">
                  {arrival.place}
                </span>
                <Age since={arrival.at} className="@min-[720px]:ml-auto @min-[720px]:w-20 @min-[720px]:text-right" />
              </span>
            </span>
            <span className="figures min-w-14 shrink-0 text-right text-sm text-text-muted @max-[560px]:min-w-6">
              {arrivals.length > 1 ? (
                <>
                  +{arrivals.length - 1}
                  <span className="@max-[560px]:sr-only"> more</span>
                </>
              ) : null}
            </span>
            <Button size="sm" className="pointer-coarse:h-9" aria-keyshortcuts={`${OPEN_KEY} Alt+${OPEN_KEY}`} aria-label={`Open ${arrival.title}`} onClick={open}>
              Open
              <TypingKey letter={OPEN_KEY} />
            </Button>
            <Button size="sm" look="quiet" className="pointer-coarse:h-9" aria-keyshortcuts={`${DISMISS_KEY} Alt+${DISMISS_KEY}`} aria-label={`Put away ${arrival.title}`} onClick={dismiss}>
              <X aria-hidden size={16} />
              <TypingKey letter={DISMISS_KEY} />
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

function loud({ kind }: Arrival): boolean {
  return kind === 'P1' || kind === 'down';
}
