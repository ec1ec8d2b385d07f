import { z } from 'zod';
import { backoffMs } from '@/lib/core/backoff';
import { RequestError } from '@/lib/queries/http';
import type { KeptItems } from './kept-items';
import type { OutboxItem, UnsentEntry } from './outbox-item';

/** What an outbox stands on; everything that a test wants to hold in its hand. */
export interface OutboxParts {
  readonly kept: KeptItems;
  /** Resolves once the server has it. Rejects with a RequestError. */
  send(incidentId: string, entry: UnsentEntry): Promise<void>;
  /** The server's clock in milliseconds. */
  now(): number;
  /** A draw from [0, 1). */
  random(): number;
  /** Resolves after `ms`, or when woken. */
  wait(ms: number, woken: AbortSignal): Promise<void>;
  /** Does work for a room while no other tab does. */
  alone(incidentId: string, work: () => Promise<void>): Promise<void>;
}

/** What is to be shown of it. The same object until something changes. */
export interface OutboxView {
  readonly items: readonly OutboxItem[];
  /** By room: why the last try did not get through, as a sentence. */
  readonly troubles: Readonly<Record<string, string>>;
}

export interface Outbox {
  view(): OutboxView;
  subscribe(listener: () => void): () => void;
  /** Keeps an entry and sends it as soon as those before it are through. */
  add(incidentId: string, entry: UnsentEntry): void;
  /** Sends an item once more that was refused. */
  retry(clientMsgId: string): void;
  /** Forgets an item that was refused. */
  discard(clientMsgId: string): void;
  /** These were seen in a log: whatever became of the answer, they need not be sent again. */
  confirm(clientMsgIds: readonly string[]): void;
  /** Another tab changed what is kept. */
  refresh(): void;
  /** Tries now what waits: at the start, and when the connection is back. */
  wake(): void;
}

export const NO_ITEMS: OutboxView = { items: [], troubles: {} };

const BACKOFF = { baseMs: 1_000, capMs: 15_000 };
/** How long a taken item is kept for tabs whose log does not show it yet. */
const KEEP_TAKEN_MS = 60_000;

/**
 * Sends what is written into rooms, in order within a room and so that it arrives once, however often the connection,
 * the server or the page goes away meanwhile.
 */
export function createOutbox({ kept, send, now, random, wait, alone }: OutboxParts): Outbox {
  const listeners = new Set<() => void>();
  const running = new Set<string>();
  let troubles: Readonly<Record<string, string>> = {};
  let woken = new AbortController();
  let shown: OutboxView = { items: kept.all(), troubles };

  function changed(): void {
    const old = kept.all().filter((item) => item.takenAt !== null && now() - item.takenAt > KEEP_TAKEN_MS);
    for (const { entry } of old) kept.remove(entry.clientMsgId);
    shown = { items: kept.all(), troubles };
    for (const listener of [...listeners]) listener();
  }

  // What is kept is read anew each time: another tab may have sent or discarded it meanwhile.
  function change(clientMsgId: string, patch: Partial<OutboxItem>): void {
    const item = kept.get(clientMsgId);
    if (!item || item.state === 'taken') return;
    kept.put({ ...item, ...patch });
  }

  function next(incidentId: string): OutboxItem | undefined {
    return kept.all().find((item) => item.incidentId === incidentId && item.state === 'waiting');
  }

  function setTrouble(incidentId: string, words: string | null): void {
    const { [incidentId]: before, ...others } = troubles;
    if ((before ?? null) === words) return;
    troubles = words === null ? others : { ...others, [incidentId]: words };
    changed();
  }

  /** Sends the first waiting item. Gives how long to wait before the next try; null when there is nothing to wait for. */
  async function step(incidentId: string, failures: number): Promise<number | null> {
    let pause: number | null = null;
    await alone(incidentId, async () => {
      const item = next(incidentId);
      if (!item) return;
      const { clientMsgId } = item.entry;
      try {
        await send(incidentId, item.entry);
        change(clientMsgId, { state: 'taken', takenAt: now() });
      } catch (error) {
        if (isRefusal(error)) {
          change(clientMsgId, { state: 'refused', refusal: error.message, refusedVersion: versionOf(error) });
        } else {
          pause = backoffMs(failures, random(), BACKOFF, error instanceof RequestError ? (error.retryAfterMs ?? 0) : 0);
          setTrouble(incidentId, troubleWords(error));
          return;
        }
      }
      setTrouble(incidentId, null);
      changed();
    });
    return pause;
  }

  async function run(incidentId: string): Promise<void> {
    if (running.has(incidentId)) return;
    running.add(incidentId);
    try {
      for (let failures = 0; next(incidentId); ) {
        const { signal } = woken;
        const pause = await step(incidentId, failures);
        failures = pause === null ? 0 : failures + 1;
        if (pause !== null) await wait(pause, signal);
      }
      setTrouble(incidentId, null);
    } finally {
      running.delete(incidentId);
    }
  }

  function wakeAll(): void {
    woken.abort();
    woken = new AbortController();
    for (const incidentId of new Set(kept.all().map((item) => item.incidentId))) void run(incidentId);
  }

  return {
    view: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(incidentId, entry) {
      const last = kept.all().reduce((max, item) => Math.max(max, item.order), 0);
      kept.put({ incidentId, order: Math.max(now(), last + 1), entry, state: 'waiting', refusal: null, takenAt: null });
      changed();
      void run(incidentId);
    },
    retry(clientMsgId) {
      const item = kept.get(clientMsgId);
      if (item?.state !== 'refused') return;
      kept.put({ ...item, state: 'waiting', refusal: null, refusedVersion: null });
      changed();
      void run(item.incidentId);
    },
    discard(clientMsgId) {
      if (kept.get(clientMsgId)?.state === 'refused') kept.remove(clientMsgId);
      changed();
    },
    confirm(clientMsgIds) {
      const open = clientMsgIds.filter((id) => kept.get(id)?.state === 'waiting');
      if (open.length === 0) return;
      for (const id of open) change(id, { state: 'taken', takenAt: now() });
      changed();
    },
    refresh() {
      changed();
      for (const incidentId of new Set(shown.items.map((item) => item.incidentId))) void run(incidentId);
    },
    wake: wakeAll,
  };
}

// The same again would be answered the same. Signed out, too many at once, or no server: it is not the entry that is wrong.
function isRefusal(error: unknown): error is RequestError {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);
}

const refusedRoomSchema = z.object({ version: z.int() });

function versionOf({ current }: RequestError): number | null {
  return refusedRoomSchema.safeParse(current).data?.version ?? null;
}

function troubleWords(error: unknown): string {
  if (!(error instanceof RequestError) || error.code === 'timeout') return 'The server did not answer in time.';
  if (error.status === 0) return 'The server cannot be reached.';
  return error.status === 401 ? 'You are signed out.' : error.message;
}
