'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { putIncident } from '@/components/providers/incident-cache';
import type { CreateIncident, Incident } from '@/lib/protocol/incident';
import { RequestError } from '@/lib/queries/http';
import { createIncident } from '@/lib/queries/incidents';
import { confirmDraft, openDraft, useLineDraft, writeDraft, type LineDraft } from './line-draft';
import { newIncident } from './new-incident';

/** How the last line ended. `earlier`: it had been created before, with other words, and its answer was lost. */
export interface CreateOutcome {
  readonly incident: Incident;
  readonly earlier: boolean;
}

interface Sending {
  readonly draft: LineDraft;
  readonly incident: CreateIncident;
}

/** The line that creates incidents: its text, which survives a reload, and sending it. */
export function useCreateLine(userId: string) {
  const queryClient = useQueryClient();
  const draft = useLineDraft();
  const [problem, setProblem] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<CreateOutcome | null>(null);

  useEffect(() => openDraft(userId), [userId]);

  const creating = useMutation({
    mutationFn: ({ incident }: Sending) => createIncident(incident),
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ incident }, sent) => {
      putIncident(queryClient, incident);
      // A repeated id is answered with what there is: an earlier try that did arrive, maybe with other words.
      const earlier = !isWhatWasSent(incident, sent.incident);
      setOutcome({ incident, earlier });
      confirmDraft(userId, earlier ? { ...sent.draft, text: '' } : sent.draft);
    },
    onError: (error) => setProblem(problemWords(error)),
  });

  return {
    text: draft.text,
    creating: creating.isPending,
    /** Why the line was not taken; null while nothing is wrong. */
    problem,
    outcome,
    write: (text: string) => {
      writeDraft(userId, text);
      setProblem(null);
      setOutcome(null);
    },
    send: () => {
      if (creating.isPending || !draft.clientMsgId) return;
      const made = newIncident(draft);
      setOutcome(null);
      setProblem(made.ok ? null : made.problem);
      if (made.ok) creating.mutate({ draft, incident: made.incident });
    },
  };
}

function isWhatWasSent(incident: Incident, { title, priority, type, location, reporter }: CreateIncident): boolean {
  const sameWords = incident.title === title && incident.reporter === (reporter ?? null);
  return sameWords && incident.priority === priority && incident.type === type && (incident.location?.address ?? null) === (location?.address ?? null);
}

function problemWords(error: Error): string {
  if (!(error instanceof RequestError)) return 'Not created. Your line is kept; press Enter to try again.';
  if (error.status === 401) return 'You are signed out, so nothing was created. Your line is kept. Sign in again and press Enter.';
  const [field] = error.fields;
  return `Not created. ${field?.message ?? error.message} Your line is kept.`;
}
