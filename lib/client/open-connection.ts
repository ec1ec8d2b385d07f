import { BUILD } from '@/lib/core/build';
import { ALARM_TOPICS, boardWithRooms } from '@/lib/protocol/topics';
import { createConnection, type Connection, type ConnectionEvents } from './connection';
import type { PageConnection } from './page-connection';
import { createWorkerLink } from './worker-link';

interface OpenOptions {
  readonly userId: string;
  /** A connection of its own although others could be shared: for measuring. */
  readonly isolate: boolean;
}

/** The connection of this tab: shared with the browser's other tabs where that can be, else its own. */
export function openConnection(events: ConnectionEvents, { userId, isolate }: OpenOptions): PageConnection {
  if (isolate || typeof SharedWorker === 'undefined') return hideable(createConnection(events));
  const openWorker = (name: string) => new SharedWorker(new URL('./connection.worker.ts', import.meta.url), { type: 'module', name }).port;
  return createWorkerLink(events, openWorker, `${BUILD}-${userId}`);
}

const HIDDEN_MS = 10_000;

/** A connection of one tab that asks only for what must still alarm while nobody looks. */
function hideable(connection: Connection): PageConnection {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rooms: readonly string[] = [];
  let asleep = false;
  const adjust = () => connection.setTopics(asleep ? ALARM_TOPICS : boardWithRooms(rooms));
  const onVisible = () => {
    clearTimeout(timer);
    const turn = (hidden: boolean) => {
      asleep = hidden;
      adjust();
    };
    if (document.visibilityState === 'visible') turn(false);
    else timer = setTimeout(() => turn(true), HIDDEN_MS);
  };
  return {
    ...connection,
    start(cursor) {
      document.addEventListener('visibilitychange', onVisible);
      connection.start(cursor);
      // A tab can be opened in the background.
      onVisible();
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      connection.stop();
    },
    setRooms(wanted) {
      rooms = wanted;
      adjust();
    },
  };
}
