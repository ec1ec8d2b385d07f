'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putBonfire } from '@/components/providers/bonfire-handlers';
import type { HeldBonfires } from '@/lib/protocol/board-answers';
import { bonfireKeys, decideHeldBonfires } from '@/lib/queries/bonfires';

/** Takes held notices in or refuses them, and shows at once what came of it. */
export function useDecideHeld() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: decideHeldBonfires,
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ items, waiting }, { ids }) => {
      const decided = new Set(ids);
      queryClient.setQueryData<HeldBonfires>(bonfireKeys.held, (held) => held && { ...held, waiting, items: held.items.filter(({ id }) => !decided.has(id)) });
      queryClient.setQueryData<number>(bonfireKeys.heldCount, waiting);
      for (const bonfire of items) putBonfire(queryClient, bonfire);
      // Those that somebody else was quicker with, and those that were not on the list.
      void queryClient.invalidateQueries({ queryKey: bonfireKeys.held, exact: true });
      for (const id of ids) if (!items.some((item) => item.id === id)) void queryClient.invalidateQueries({ queryKey: bonfireKeys.one(id) });
    },
  });
}
