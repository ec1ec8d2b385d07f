'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { putIncident } from '@/components/providers/incident-cache';
import { INCIDENT_TRANSITIONS, type Incident } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { transitionIncident } from '@/lib/queries/incidents';

/** Taking up new incidents. */
export interface Accepting {
  /** Whether this person can take up an incident as it is now. */
  possible(incident: Incident): boolean;
  accept(incident: Incident): void;
  /** The incident that is being taken up. */
  readonly pendingId: string | null;
  /** Why the last one was not taken up, as a sentence; null while nothing went wrong. */
  readonly problem: string | null;
  dismiss(): void;
}

/** Takes up new incidents: no more than a click or a key, as the state machine and the role allow. */
export function useAccept(): Accepting {
  const { me } = useLiveSeed();
  const queryClient = useQueryClient();
  const { from, permission } = INCIDENT_TRANSITIONS.accept;
  const accepting = useMutation({
    mutationFn: ({ id, version }: Incident) => transitionIncident(id, { action: 'accept', version }),
    networkMode: 'always',
    onSuccess: ({ incident }) => putIncident(queryClient, incident),
  });
  const { mutate } = accepting;
  // The same function each time: rows that did not change are not drawn again.
  const accept = useCallback((incident: Incident) => mutate(incident), [mutate]);
  return {
    possible: (incident) => from.includes(incident.status) && can(me.role, permission),
    accept,
    pendingId: accepting.isPending ? accepting.variables.id : null,
    problem: accepting.isError ? `${accepting.variables.number} was not accepted. ${accepting.error.message}` : null,
    dismiss: accepting.reset,
  };
}
