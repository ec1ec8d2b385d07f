'use client';

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { putIncident } from '@/components/providers/incident-cache';
import { sendUnitAct } from '@/components/units/unit-acts';
import { createIncident } from '@/lib/queries/incidents';
import { useCommand } from './command-state';
import type { Plan } from './plan';

type Sendable = Extract<Plan, { kind: 'unit' | 'create' }>;

/** Gives the way to do what a line says. The text goes when it was taken and stays when it was not. */
export function useRunPlan() {
  const queryClient = useQueryClient();
  // The same line sent again after a lost answer must create no second incident.
  const lastCreate = useRef<{ readonly words: string; readonly clientMsgId: string } | null>(null);

  return async (plan: Sendable): Promise<void> => {
    if (useCommand.getState().sending) return;
    const { text } = useCommand.getState();
    useCommand.setState({ sending: true, said: null });
    try {
      if (plan.kind === 'create' && lastCreate.current?.words !== plan.words) lastCreate.current = { words: plan.words, clientMsgId: crypto.randomUUID() };
      const words = await send(queryClient, plan, lastCreate.current?.clientMsgId);
      if (plan.kind === 'create') lastCreate.current = null;
      // Somebody may be writing the next line already.
      useCommand.setState((now) => ({ sending: false, text: now.text === text ? '' : now.text, said: words }));
    } catch (error) {
      const why = error instanceof Error ? error.message : 'The reason is not known.';
      useCommand.setState({ sending: false, said: { tone: 'warning', words: `Not done: ${plan.words}. ${why}` } });
    }
  };
}

async function send(queryClient: QueryClient, plan: Sendable, clientMsgId: string | undefined) {
  if (plan.kind === 'create') {
    const { incident } = await createIncident({ ...plan.incident, ...(clientMsgId ? { clientMsgId } : {}) });
    putIncident(queryClient, incident);
    return { tone: 'ok' as const, words: `Created ${incident.number}: ${incident.title}` };
  }
  const { warning } = await sendUnitAct(queryClient, plan.unit.id, plan.act);
  return warning ? { tone: 'warning' as const, words: `Done: ${plan.words}. ${warning}` } : { tone: 'ok' as const, words: `Done: ${plan.words}` };
}
