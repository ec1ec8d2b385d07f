import type { QueryClient } from '@tanstack/react-query';
import { addEntries, catchUp } from '@/components/providers/room-cache';
import { sleep } from '@/lib/core/sleep';
import { writeEntry } from '@/lib/queries/rooms';
import { useConnection } from '@/stores/connection';
import { keepItems, type KeyValue } from './kept-items';
import { createOutbox, type Outbox } from './outbox';

/** A request that hangs must not hold the queue: it is given up and made again under the same id. */
const SEND_TIMEOUT_MS = 15_000;

let shared: { readonly userId: string; readonly outbox: Outbox } | null = null;

/** This page's outbox of one user. Only in the browser. */
export function sharedOutbox(userId: string, queryClient: QueryClient): Outbox {
  if (shared?.userId === userId) return shared.outbox;
  const outbox = createOutbox({
    kept: keepItems(browserStorage(), userId),
    async send(incidentId, entry) {
      const answer = await writeEntry(incidentId, entry, SEND_TIMEOUT_MS);
      if (addEntries(queryClient, incidentId, [answer.entry])) void catchUp(queryClient, incidentId);
    },
    now: () => Date.now() + useConnection.getState().clockOffsetMs,
    random: Math.random,
    wait: sleep,
    alone: (incidentId, work) => alone(`watchroom.outbox.${userId}.${incidentId}`, work),
  });
  shared = { userId, outbox };
  return outbox;
}

// Browsers have no locks on a plain-http host. Two tabs may then send the same entry; the server takes it once.
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}

function browserStorage(): KeyValue | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
