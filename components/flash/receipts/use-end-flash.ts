'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelFlash, flashKeys, recallFlash } from '@/lib/queries/flash';
import type { Flash } from '@/lib/protocol/flash';

/** Takes a live message back, or cancels one that is scheduled. */
export function useEndFlash(flash: Pick<Flash, 'id' | 'status'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => (flash.status === 'scheduled' ? cancelFlash(flash.id) : recallFlash(flash.id)),
    networkMode: 'always',
    onSuccess: () => queryClient.invalidateQueries({ queryKey: flashKeys.history }),
  });
}
