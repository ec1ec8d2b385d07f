import { ALARM_TOPICS } from '@/lib/protocol/topics';
import { createConnection, type Connection, type ConnectionEvents } from './connection';
import { createWorkerLink } from './worker-link';

interface OpenOptions {
  readonly userId: string;
  /** A connection of its own although others could be shared: for measuring. */
  readonly isolate: boolean;
}

/** The connection of this tab: shared with the browser's other tabs where that can be, else its own. */
export function openConnection(events: ConnectionEvents, { userId, isolate }: OpenOptions): Connection {
  if (isolate || typeof SharedWorker === 'undefined') return hideable(createConnection(events));
  const openWorker = (name: string) => new SharedWorker(new URL('./connection.worker.ts', import.meta.url), { type: 'module', name }).port;
  return createWorkerLink(events, openWorker, userId);
}

const HIDDEN_MS = 10_000;

/** A connection of one tab that asks only for what must still alarm while nobody looks. */
function hideable(connection: Connection): Connection {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onVisible = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') connection.setTopics(null);
    else timer = setTimeout(() => connection.setTopics(ALARM_TOPICS), HIDDEN_MS);
  };
  return {
    ...connection,
    start(cursor) {
      document.addEventListener('visibilitychange', onVisible);
      connection.start(cursor);
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      connection.stop();
    },
  };
}
