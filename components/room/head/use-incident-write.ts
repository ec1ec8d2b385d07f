'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putIncident } from '@/components/providers/incident-cache';
import { incidentSchema, type Incident, type PatchIncident, type TransitionIncident } from '@/lib/protocol/incident';
import { RequestError } from '@/lib/queries/http';
import { patchIncident, transitionIncident } from '@/lib/queries/incidents';

type Write = { readonly patch: PatchIncident } | { readonly transition: TransitionIncident };

/**
 * Changes an incident or moves it on. A refusal that bears what the server holds now puts that into the cache, so that
 * the page shows it beside what was typed.
 */
export function useIncidentWrite(incidentId: string, onDone: (incident: Incident) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (write: Write) => ('patch' in write ? patchIncident(incidentId, write.patch) : transitionIncident(incidentId, write.transition)),
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ incident }) => {
      putIncident(queryClient, incident);
      onDone(incident);
    },
    onError: (error) => {
      const current = incidentSchema.safeParse(error instanceof RequestError ? error.current : undefined);
      if (current.success) putIncident(queryClient, current.data);
    },
  });
}
