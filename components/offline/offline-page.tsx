'use client';

import { useSyncExternalStore } from 'react';
import { KeptCards } from '@/components/cards/kept-cards';
import { readSessionCards, type SessionCards } from '@/components/cards/session-cache';
import { BrandName } from '@/components/layout/brand';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import { useWayBack } from './use-way-back';

const never = () => () => {};
let kept: SessionCards | null | undefined;

/** What this tab kept, read once: nothing here changes it. */
function keptCards(): SessionCards | null {
  if (kept === undefined) kept = readSessionCards(null);
  return kept;
}

/** Instead of any page while Watchroom cannot be reached: says so, shows the figures this tab knew last, and finds the way back by itself. */
export function OfflinePage() {
  // The server knows nothing of a tab; null until the page is alive.
  const record = useSyncExternalStore(never, keptCards, () => null);
  const { nextAt, tryNow } = useWayBack();
  const now = useNow();
  const seconds = now === null ? null : Math.max(0, Math.ceil((nextAt - now) / 1_000));
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="sticky top-0 z-10 flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface-raised px-3 py-2">
        <BrandName />
        <p role="status" className="min-w-0 text-text-muted max-sm:order-last max-sm:basis-full">
          <strong className="mr-2 font-medium whitespace-nowrap text-warning">
            <span aria-hidden className="mr-2">
              ○
            </span>
            Not connected.
          </strong>
          The server cannot be reached. Nothing on this page is live.
        </p>
        <p className="ml-auto flex items-center gap-3 text-sm text-text-muted tabular-nums">
          <span className="max-sm:hidden">{seconds === null ? 'Trying again' : `Trying again in ${seconds} s`}</span>
          <Button onClick={tryNow}>Try now</Button>
        </p>
      </header>
      <main>
        <h1 className="sr-only">Not connected</h1>
        {record && record.cards.some(({ state }) => state.result) ? <KeptCards record={record} /> : <NothingKept />}
      </main>
    </div>
  );
}

function NothingKept() {
  return (
    <div className="grid min-h-[60dvh] place-items-center p-6">
      <p className="max-w-md text-text-muted">This tab has kept no figures. The board comes back by itself as soon as the server answers; until then, work by radio and telephone.</p>
    </div>
  );
}
