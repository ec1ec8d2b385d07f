'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pinCached } from '@/components/providers/room-cache';
import type { LogEntry } from '@/lib/protocol/room';
import { pinEntry } from '@/lib/queries/rooms';

/** Pins an entry, or takes its pin away. */
export function usePin(incidentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, pinned }: LogEntry) => pinEntry(incidentId, id, !pinned),
    networkMode: 'always',
    onSuccess: ({ entry }) => pinCached(queryClient, incidentId, entry.id, entry.pinned),
  });
}
