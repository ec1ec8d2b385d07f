'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { catchUp } from '@/components/providers/room-cache';
import { roomLogQuery } from '@/lib/queries/rooms';
import { useConnection } from '@/stores/connection';

/** The whole log of a room: the newest page with the page itself, older ones behind it one by one, news as it comes. */
export function useRoomLog(incidentId: string) {
  const queryClient = useQueryClient();
  const { data, error, isFetching, refetch, hasNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery(roomLogQuery(incidentId));
  const entries = useMemo(() => data?.pages.toReversed().flatMap((page) => page.items) ?? [], [data]);
  const loaded = data !== undefined;
  const connected = useConnection((state) => state.status === 'connected');

  // Open requests and pins may stand on any page, so all of them are wanted, the oldest last.
  const wantsOlder = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    // A page that arrives brings back the others as they were when it was asked for, without what came meanwhile.
    if (wantsOlder) void fetchNextPage().then(() => catchUp(queryClient, incidentId));
  }, [wantsOlder, fetchNextPage, queryClient, incidentId]);

  // What was said while nobody here listened to this room is asked for by its number.
  useEffect(() => {
    if (!loaded) return;
    const onVisible = () => {
      if (document.visibilityState === 'visible') void catchUp(queryClient, incidentId);
    };
    if (connected) void catchUp(queryClient, incidentId);
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [loaded, connected, queryClient, incidentId]);

  return {
    entries,
    loaded,
    error,
    isFetching,
    hasOlder: hasNextPage,
    olderFailed: isFetchNextPageError,
    loadOlder: () => void fetchNextPage(),
    retry: () => void refetch(),
  };
}
