'use client';

import { usePathname } from 'next/navigation';
import { useRef, useState, type ReactNode } from 'react';
import { LiveSeedProvider, type LiveSeed } from '@/components/flash/live-seed';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { GoWithoutServer } from '@/components/offline/go-without-server';
import { KeepOfflinePage } from '@/components/offline/keep-offline-page';
import { PageOrStandIn } from '@/components/offline/stand-in';
import { OutboxSender } from '@/components/room/outbox/outbox-sender';
import { KeepFocus } from '@/components/ui/keys/keep-focus';
import { KeyListener } from '@/components/ui/keys/key-listener';
import { useKey } from '@/components/ui/keys/use-key';
import { TooltipProvider } from '@/components/ui/tooltip';
import { NewerVersion, VersionWatch } from '@/components/version/newer-version';
import { ArrivalLine } from './arrivals/arrival-line';
import { ArrivalRoom } from './arrivals/arrival-room';
import { BottomBar } from './bottom-bar';
import { FlashBar } from './flash-bar';
import { Header } from './header';
import { KeysSheet } from './keys-sheet';
import { isBoardPath } from './navigation';
import { NavigationKeys } from './navigation-keys';
import { RailLinks } from './navigation-links';
import { SignInEnds, SignInWatch } from './sign-in-ends';
import { AlarmSound } from './sound/alarm-sound';
import { PressGuard } from './steady/press-guard';
import { useHeldRoom } from './steady/use-held-room';
import { useIconAlarm, useTitleAlarm } from './use-title-alarm';
import { useWaiting } from './use-waiting';

interface AppFrameProps {
  readonly seed: LiveSeed;
  readonly children: ReactNode;
}

/** The frame around every page: live messages, header, navigation, content. */
export function AppFrame({ seed, children }: AppFrameProps) {
  const [keysOpen, setKeysOpen] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const stand = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const filler = useRef<HTMLDivElement>(null);
  const pathname = usePathname();
  useKey('?', 'Show the keys', () => setKeysOpen(true));
  useHeldRoom({ stand, bar, pane, spacer, filler });

  return (
    <LiveSeedProvider seed={seed}>
      <TooltipProvider delayDuration={300}>
        <KeyListener />
        <KeepFocus />
        <PressGuard />
        <NavigationKeys />
        <AlarmSound />
        <TabAlarm />
        <OutboxSender userId={seed.me.id} />
        <VersionWatch userId={seed.me.id} />
        <SignInWatch />
        <KeepOfflinePage />
        <GoWithoutServer isBoard={isBoardPath} />
        <div className="frame">
          <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-on-accent">
            Skip to the content
          </a>
          <Header onShowKeys={() => setKeysOpen(true)} />
          <div className="flex min-h-0 flex-1">
            <nav aria-label="Pages" className="flex w-48 shrink-0 flex-col gap-0.5 border-r p-2 max-xl:hidden">
              <RailLinks />
              <div className="mt-auto">
                <SignInEnds className="grid gap-2 p-2 [&>a]:justify-self-start" />
                <NewerVersion className="grid gap-2 p-2 [&>button]:justify-self-start" />
              </div>
            </nav>
            <div className="relative flex min-w-0 flex-1 flex-col">
              <FlashBar stand={stand} bar={bar} />
              <main ref={pane} id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
                <div ref={spacer} aria-hidden />
                <PageOrStandIn>{children}</PageOrStandIn>
                <div ref={filler} aria-hidden />
                <ArrivalRoom key={pathname} />
              </main>
              <div className="absolute right-2 bottom-14 z-20 grid justify-items-end gap-2 xl:hidden">
                <SignInEnds className="floating flex items-center gap-2 py-1 pr-1 pl-3" />
                <NewerVersion className="floating flex items-center gap-2 py-1 pr-1 pl-3" />
              </div>
              <ArrivalLine />
            </div>
          </div>
          <BottomBar />
        </div>
        <KeysSheet open={keysOpen} onOpenChange={setKeysOpen} />
      </TooltipProvider>
    </LiveSeedProvider>
  );
}

/** What waits, told by the tab itself: how much in its title, and by its icon that some of it is urgent. */
function TabAlarm() {
  const alerting = useLiveEntries().filter((entry) => entry.state === 'alerting');
  const { fresh, freshP1 } = useWaiting();
  useTitleAlarm(alerting.length + fresh);
  useIconAlarm(freshP1 > 0 || alerting.some(({ flash }) => flash.level === 'critical'));
  return null;
}
