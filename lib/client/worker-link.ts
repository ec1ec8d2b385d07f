import { createRecentIds } from '@/lib/core/recent-ids';
import { asCursor, compareCursors, type Cursor } from '@/lib/protocol/cursor';
import type { ConnectionEvents } from './connection';
import type { PageConnection } from './page-connection';
import { PING_MS, WORKER_SILENT_MS, type ToTab, type ToWorker } from './tab-messages';

const SEEN_EVENTS = 5_000;
const NAME = 'watchroom';

/** Opens the shared worker of a name; two of one name are the same. */
export type OpenWorker = (name: string) => MessagePort;

/**
 * This tab's line to the shared connection, with the face of a connection of its own. A worker that falls silent is
 * asked once more, then replaced by another, and the tab carries on from its own cursor. `owner` names whose worker it
 * is: of this user, as whoever signs in next in this browser must not hear the one before, and of this build, as the
 * worker of an older one, which lives on in tabs that were not loaded anew, does not understand a newer server.
 */
export function createWorkerLink(events: ConnectionEvents, openWorker: OpenWorker, owner: string): PageConnection {
  const seen = createRecentIds(SEEN_EVENTS);
  let port: MessagePort | undefined;
  let generation = 0;
  let silentTwice = false;
  let lastHeardAt = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Up to where this tab knows everything. */
  let cursor: Cursor | null = null;
  /** What lies up to here came with a snapshot and must not be applied again. */
  let basis: Cursor | null = null;
  let rooms: readonly string[] = [];

  function post(message: ToWorker): void {
    port?.postMessage(message);
  }

  function connect(): void {
    const before = port;
    const own = openWorker(`${NAME}-${owner}-${generation}`);
    port = own;
    lastHeardAt = Date.now();
    own.onmessage = ({ data }: MessageEvent<ToTab>) => {
      if (port === own) receive(data);
    };
    post({ type: 'hello', cursor, visible: document.visibilityState === 'visible', rooms, origin: window.location.origin });
    // After the hello: a worker without tabs would drop its stream.
    before?.postMessage({ type: 'bye' } satisfies ToWorker);
    before?.close();
  }

  function receive(message: ToTab): void {
    lastHeardAt = Date.now();
    silentTwice = false;
    switch (message.type) {
      case 'ping':
        if (message.cursor) cursor = message.cursor;
        return post({ type: 'alive' });
      case 'state':
        return events.onState(message.state, message.reason);
      case 'connected':
        cursor ??= asCursor(message.hello.cursor);
        return events.onConnected(message.hello);
      case 'activity':
        return events.onActivity();
      case 'server_time':
        return events.onServerTime(message.ms);
      case 'event':
        if (message.cursor && basis && (compareCursors(message.cursor, basis) ?? 1) <= 0) return;
        if (seen.isNew(message.event.id)) events.onEvent(message.event, message.cursor);
        return;
      case 'reset':
        cursor = basis = message.cursor;
        return events.onReset(message.cursor);
      case 'snapshot':
        return events.onSnapshot(message.snapshot);
      case 'polled':
        return events.onPolled(message.ok);
      case 'upstream':
        return events.onUpstream(message.state);
      case 'unknown':
        return events.onUnknown();
      case 'tick':
        return events.onTick(message.tick);
    }
  }

  function onWatch(): void {
    if (Date.now() - lastHeardAt < WORKER_SILENT_MS) return;
    // A tab that was frozen is forgotten by a worker that lives: the same name first, then another.
    if (silentTwice) generation += 1;
    silentTwice = true;
    connect();
  }

  // A worker forgets a tab that was frozen for long, and cannot tell it: whatever it says goes to a line that is shut.
  const onThaw = () => connect();
  const onVisible = () => post({ type: 'visible', visible: document.visibilityState === 'visible' });
  const onHide = () => post({ type: 'bye' });
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && connect();

  return {
    start(from) {
      cursor = basis = asCursor(from);
      watch = setInterval(onWatch, PING_MS);
      document.addEventListener('visibilitychange', onVisible);
      document.addEventListener('resume', onThaw);
      window.addEventListener('pagehide', onHide);
      window.addEventListener('pageshow', onShow);
      connect();
    },
    stop() {
      clearInterval(watch);
      document.removeEventListener('visibilitychange', onVisible);
      document.removeEventListener('resume', onThaw);
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('pageshow', onShow);
      post({ type: 'bye' });
      port?.close();
      port = undefined;
    },
    wake: () => post({ type: 'wake' }),
    offline: () => post({ type: 'offline' }),
    // The worker asks for what all its tabs together need.
    setRooms(wanted) {
      rooms = wanted;
      post({ type: 'rooms', rooms });
    },
  };
}
