'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter, useSelectedLayoutSegments } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { useAway } from '@/components/ui/away';
import { EmptyState } from '@/components/ui/empty-state';
import { isTyping } from '@/components/ui/keys/key-matcher';
import { useWanted } from './go';
import { isPageOf } from './page-of';
import { drawOf, loadPage, standInFor } from './stand-in-pages';

interface PageOrStandInProps {
  /** The page that the server gave last. */
  readonly children: ReactNode;
}

/** The page of the address: the server's, or while it cannot be reached what this tab can draw of it. */
export function PageOrStandIn({ children }: PageOrStandInProps) {
  const pathname = usePathname();
  const segments = useSelectedLayoutSegments();
  const hasStoodIn = useWanted((state) => state.hasStoodIn);
  return !hasStoodIn || isPageOf(pathname, segments) ? children : <StandIn key={pathname} pathname={pathname} />;
}

function StandIn({ pathname }: { readonly pathname: string }) {
  const { me } = useLiveSeed();
  const router = useRouter();
  const away = useAway();
  const found = standInFor(pathname, me.role);
  const [, setLoaded] = useState(false);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (away) return;
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.data === undefined });
    // The server's own page, with all that was missing here; but never under the fingers of somebody who types, and never
    // in the way of one who is already on the way to another page.
    const load = () => {
      if (!isTyping(document.activeElement) && useWanted.getState().href === null) router.replace(window.location.pathname + window.location.search);
    };
    let timer = setTimeout(load);
    const onFocusOut = () => {
      clearTimeout(timer);
      timer = setTimeout(load);
    };
    document.addEventListener('focusout', onFocusOut);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, [away, router, queryClient]);

  const page = found?.page;
  const draw = page && drawOf(page);
  useEffect(() => {
    if (page && !draw) void loadPage(page).then(() => setLoaded(true), () => undefined);
  }, [page, draw]);

  if (found && draw) return draw(me, found.id);
  return (
    <EmptyState>
      {found ? 'This page was not loaded before the connection was lost.' : 'This page needs the server, which cannot be reached.'} It opens by itself when the connection is back.
    </EmptyState>
  );
}
