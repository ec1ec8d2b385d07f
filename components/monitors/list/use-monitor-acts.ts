'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ownValue } from '@/lib/core/own-value';
import type { Monitor, TestResult } from '@/lib/protocol/monitor';
import { deleteMonitor, patchMonitor, testMonitor } from '@/lib/queries/monitors';
import { canBeTested } from '../kind-words';
import { dropMonitor, learnFromRefusal, putMonitor } from '../monitor-cache';

/** What stands on a monitor's row about the last thing done to it. */
export type RowNote = { readonly kind: 'working'; readonly text: string } | { readonly kind: 'result'; readonly result: TestResult } | { readonly kind: 'refused'; readonly text: string };

/** What can be done to a monitor of the list, and what came of it, by the monitor's id. */
export function useMonitorActs() {
  const queryClient = useQueryClient();
  const [notes, setNotes] = useState<Readonly<Record<string, RowNote>>>({});

  const note = (id: string, next: RowNote | null) =>
    setNotes(({ [id]: _, ...others }) => (next ? { ...others, [id]: next } : others));
  const attempt = async (monitor: Monitor, doing: string, not: string, act: () => Promise<RowNote | null>): Promise<boolean> => {
    if (ownValue(notes, monitor.id)?.kind === 'working') return false;
    note(monitor.id, { kind: 'working', text: doing });
    try {
      note(monitor.id, await act());
      return true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      learnFromRefusal(queryClient, error);
      note(monitor.id, { kind: 'refused', text: `${not} ${error.message}` });
      return false;
    }
  };

  return {
    notes,
    test: (monitor: Monitor) => {
      const { id, kind, config, timeoutMs, warnLatencyMs } = monitor;
      if (!canBeTested(kind)) return note(id, { kind: 'refused', text: 'This kind cannot be tried by itself. Its state stands here.' });
      void attempt(monitor, 'Testing', 'Not tested.', async () => ({ kind: 'result', result: await testMonitor({ id, config, timeoutMs, warnLatencyMs }) }));
    },
    pause: (monitor: Monitor) => {
      const paused = monitor.pausedAt === null;
      void attempt(monitor, paused ? 'Pausing' : 'Resuming', paused ? 'Not paused.' : 'Not resumed.', async () => {
        putMonitor(queryClient, (await patchMonitor(monitor.id, { version: monitor.version, paused })).monitor);
        return null;
      });
    },
    /** Resolves to whether it is gone. */
    remove: (monitor: Monitor) =>
      attempt(monitor, 'Deleting', 'Not deleted.', async () => {
        await deleteMonitor(monitor.id);
        dropMonitor(queryClient, monitor.id);
        return null;
      }),
    sayBuiltin: ({ id, name }: Monitor) => note(id, { kind: 'refused', text: `${name} comes with Watchroom and cannot be deleted. Pause it instead.` }),
  };
}
