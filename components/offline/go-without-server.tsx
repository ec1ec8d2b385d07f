'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useOffline } from 'next/offline';
import { useEffect, useEffectEvent } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { isAway, noteRequestLost } from '@/components/ui/away';
import { noteWanted, standAt, useWanted } from './go';
import { loadPages } from './stand-in-pages';

interface GoWithoutServerProps {
  /** Whether a path is a page of the board. */
  readonly isBoard: (pathname: string) => boolean;
}

/**
 * Keeps the board on the screen while the server cannot be reached: links then change the address alone. Also where that
 * comes out only when the next page is asked for.
 */
export function GoWithoutServer({ isBoard }: GoWithoutServerProps) {
  const { role } = useLiveSeed().me;
  const pathname = usePathname();
  const isLost = useOffline();

  const search = useSearchParams().toString();
  useEffect(() => useWanted.setState({ href: null }), [pathname, search]);
  useEffect(() => {
    noteRequestLost(isLost);
    const { href } = useWanted.getState();
    if (isLost && href !== null) standAt(href);
  }, [isLost]);

  const onClick = useEffectEvent((event: MouseEvent) => {
    const href = addressOf(event);
    if (href === null || !isBoard(href.pathname)) return;
    const wanted = href.pathname + href.search;
    if (!isAway()) return noteWanted(wanted);
    // Only what the link does by itself: what else hangs on the click goes on.
    event.preventDefault();
    standAt(wanted);
  });
  useEffect(() => {
    const listener = (event: MouseEvent) => onClick(event);
    document.addEventListener('click', listener, true);
    return () => document.removeEventListener('click', listener, true);
  }, []);

  useEffect(() => {
    const idle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
    idle(() => void loadPages(role), { timeout: 1_000 });
  }, [role]);
  return null;
}

/** Where a plain click on a link of this site leads; null for anything else, and for links that only change what their own page shows. */
function addressOf(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return null;
  const link = event.target.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || !link.getAttribute('href')?.startsWith('/') || link.target || link.download) return null;
  return link.origin === window.location.origin ? new URL(link.href) : null;
}
