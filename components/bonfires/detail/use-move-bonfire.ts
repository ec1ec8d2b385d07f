'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putBonfire } from '@/components/providers/bonfire-handlers';
import { putIncident } from '@/components/providers/incident-cache';
import type { Bonfire, TransitionBonfire } from '@/lib/protocol/bonfire';
import { bonfireKeys, transitionBonfire } from '@/lib/queries/bonfires';
import { RequestError } from '@/lib/queries/http';

/** What is asked of a notice; its version is the one on the screen. */
export type Move = Omit<TransitionBonfire, 'version'>;

/** Moves a notice on, and shows at once what came of it. */
export function useMoveBonfire({ id, version }: Pick<Bonfire, 'id' | 'version'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => transitionBonfire(id, { ...move, version }),
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ bonfire, incident }) => {
      putBonfire(queryClient, bonfire);
      if (incident) putIncident(queryClient, incident);
    },
    onError: (error) => {
      // Somebody else was quicker: show what they did.
      if (error instanceof RequestError && (error.status === 409 || error.code === 'not_allowed_now')) {
        void queryClient.invalidateQueries({ queryKey: bonfireKeys.one(id) });
      }
    },
  });
}
