'use client';

import { useRef, useState, type ReactNode } from 'react';
import { LiveSeedProvider, type LiveSeed } from '@/components/flash/live-seed';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { KeepOfflinePage } from '@/components/offline/keep-offline-page';
import { OutboxSender } from '@/components/room/outbox/outbox-sender';
import { KeyListener } from '@/components/ui/keys/key-listener';
import { useKey } from '@/components/ui/keys/use-key';
import { TooltipProvider } from '@/components/ui/tooltip';
import { FlashBar } from './flash-bar';
import { Header } from './header';
import { KeysSheet } from './keys-sheet';
import { NavigationKeys } from './navigation-keys';
import { BottomLinks, RailLinks } from './navigation-links';
import { AlarmSound } from './sound/alarm-sound';
import { useSteadyScroll } from './use-steady-scroll';
import { useTitleAlarm } from './use-title-alarm';

interface AppFrameProps {
  readonly seed: LiveSeed;
  readonly children: ReactNode;
}

/** The frame around every page: live messages, header, navigation, content. */
export function AppFrame({ seed, children }: AppFrameProps) {
  const [keysOpen, setKeysOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useKey('?', 'Show the keys', () => setKeysOpen(true));
  useSteadyScroll(main);

  return (
    <LiveSeedProvider seed={seed}>
      <TooltipProvider delayDuration={300}>
        <KeyListener />
        <NavigationKeys />
        <AlarmSound />
        <TitleAlarm />
        <OutboxSender userId={seed.me.id} />
        <KeepOfflinePage />
        <div className="frame">
          <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-on-accent">
            Skip to the content
          </a>
          <FlashBar />
          <Header onShowKeys={() => setKeysOpen(true)} />
          <div className="flex min-h-0 flex-1">
            <nav aria-label="Pages" className="flex w-48 shrink-0 flex-col gap-0.5 border-r p-2 max-xl:hidden">
              <RailLinks />
            </nav>
            <main ref={main} id="main" tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
              {children}
            </main>
          </div>
          <nav aria-label="Pages" className="flex shrink-0 overflow-x-auto border-t bg-surface-raised pb-[env(safe-area-inset-bottom)] sm:hidden">
            <BottomLinks />
          </nav>
        </div>
        <KeysSheet open={keysOpen} onOpenChange={setKeysOpen} />
      </TooltipProvider>
    </LiveSeedProvider>
  );
}

function TitleAlarm() {
  useTitleAlarm(useLiveEntries().filter((entry) => entry.state === 'alerting').length);
  return null;
}
