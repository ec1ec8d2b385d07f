import { snapshotSchema } from '@/lib/protocol/answers';
import type { Fetch } from '@/lib/queries/http';
import { eventually } from '../eventually';
import { fetchAs } from '../fetch-as';
import { recordConnection, type RecordedConnection } from '../record-connection';

const STREAM = '/api/sse';
const SNAPSHOT_MS = 60_000;

/** One client of a run: the product's connection, and what a page does beside it. */
export interface ChaosClient {
  readonly recorded: RecordedConnection;
  /** Breaks its streams, as a network does that goes away for a moment. */
  drop(): void;
  /** The ids of all messages that it knows of by snapshots after a reset. Waits for those still under way. */
  knownBySnapshot(): Promise<ReadonlySet<string>>;
}

/** Begins a client of somebody signed in at a cursor. After a reset it loads the snapshot, as a page does. */
export function startChaosClient(cookie: string, pick: () => string, cursor: string): ChaosClient {
  const streams = new Set<AbortController>();
  const plain = fetchAs(cookie, pick);
  const send: Fetch = (path, init) => {
    if (!path.startsWith(STREAM)) return plain(path, init);
    const broken = new AbortController();
    streams.add(broken);
    const signal = init.signal ? AbortSignal.any([init.signal, broken.signal]) : broken.signal;
    init.signal?.addEventListener('abort', () => streams.delete(broken), { once: true });
    return plain(path, { ...init, signal });
  };
  const known = new Set<string>();
  let loading: Promise<void> = Promise.resolve();
  const recorded = recordConnection(send, cursor, () => {
    loading = loading.then(() => load(plain, known));
  });
  return {
    recorded,
    drop() {
      for (const broken of streams) broken.abort();
      streams.clear();
    },
    async knownBySnapshot() {
      await loading;
      return known;
    },
  };
}

async function load(send: Fetch, known: Set<string>): Promise<void> {
  const { flash } = await eventually('a snapshot', () => readSnapshot(send), SNAPSHOT_MS);
  for (const { id } of flash) known.add(id);
}

async function readSnapshot(send: Fetch) {
  try {
    const response = await send('/api/snapshot', {});
    return response.ok && snapshotSchema.parse(await response.json());
  } catch {
    // An instance died under the request; the page asks again.
    return false;
  }
}
