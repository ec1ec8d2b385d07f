import type { Cursor } from '@/lib/protocol/cursor';
import { ALARM_TOPICS, boardWithRooms } from '@/lib/protocol/topics';
import type { FrameData } from '@/lib/protocol/frames';
import type { Connection, ConnectionEvents } from './connection';
import type { MachineState } from './connection-machine';
import { createEventJournal } from './event-journal';
import { PING_MS, type ToTab, type ToWorker } from './tab-messages';

/** A tab that answers no ping for so long is frozen or gone; one that wakes up says hello again. */
const TAB_SILENT_MS = 60_000;
/** Switching tabs hides all of them for a moment; only what lasts is worth another stream. */
const HIDDEN_MS = 10_000;

/** The end of a tab's line, as a MessagePort has it. */
export interface TabPort {
  post(message: ToTab): void;
  close(): void;
}

interface Tab {
  readonly port: TabPort;
  visible: boolean;
  rooms: readonly string[];
  lastHeardAt: number;
}

/** One connection shared by many tabs. */
export interface TabServer {
  /** A message of a tab; its first must be `hello`. */
  receive(port: TabPort, message: ToWorker): void;
}

export type OpenConnection = (events: ConnectionEvents, origin: string) => Connection;

/** Serves tabs from one connection, which stands from the first hello to the last goodbye. */
export function createTabServer(openConnection: OpenConnection): TabServer {
  const tabs = new Map<TabPort, Tab>();
  const journal = createEventJournal();
  let connection: Connection | undefined;
  let place: Cursor | null = null;
  let last: { state: MachineState; reason: string | null } | undefined;
  let hello: FrameData<'connected'> | undefined;
  let upstream: 'ok' | 'lost' = 'ok';
  let sawUnknown = false;
  let hiddenSince: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tellAll(message: ToTab): void {
    for (const { port } of tabs.values()) port.post(message);
  }

  function begin(cursor: string | null, origin: string): Connection {
    const opened = openConnection(
      {
        onState(state, reason) {
          last = { state, reason };
          tellAll({ type: 'state', state, reason });
        },
        onConnected(greeting) {
          hello = greeting;
          upstream = 'ok';
          tellAll({ type: 'connected', hello: greeting });
        },
        onActivity: () => tellAll({ type: 'activity' }),
        onServerTime: (ms) => tellAll({ type: 'server_time', ms }),
        onCursor(reached) {
          if (place === null) journal.begin(reached);
          place = reached;
        },
        onEvent(event, at) {
          if (at) journal.add(event, at);
          tellAll({ type: 'event', event, cursor: at });
        },
        onReset(at) {
          place = at;
          journal.begin(at);
          tellAll({ type: 'reset', cursor: at });
        },
        onSnapshot: (snapshot) => tellAll({ type: 'snapshot', snapshot }),
        onPolled: (ok) => tellAll({ type: 'polled', ok }),
        onUpstream(state) {
          upstream = state;
          tellAll({ type: 'upstream', state });
        },
        onUnknown() {
          sawUnknown = true;
          tellAll({ type: 'unknown' });
        },
        onTick: (tick) => tellAll({ type: 'tick', tick }),
      },
      origin,
    );
    timer = setInterval(tick, PING_MS);
    opened.start(cursor);
    return opened;
  }

  function join(port: TabPort, message: Extract<ToWorker, { type: 'hello' }>): void {
    tabs.set(port, { port, visible: message.visible, rooms: message.rooms, lastHeardAt: Date.now() });
    if (!connection) {
      connection = begin(message.cursor, message.origin);
    } else {
      if (last?.state.name === 'stopped') connection.wake();
      if (hello) port.post({ type: 'connected', hello });
      if (last) port.post({ type: 'state', ...last });
      if (upstream === 'lost') port.post({ type: 'upstream', state: upstream });
      bringUpToDate(port, message.cursor);
      // It is in no journal: a tab that comes later may have missed it as well.
      if (sawUnknown) port.post({ type: 'unknown' });
    }
    adjustTopics();
  }

  function bringUpToDate(port: TabPort, cursor: string | null): void {
    if (!journal.covers(cursor)) return port.post({ type: 'reset', cursor: place });
    for (const entry of journal.after(cursor)) port.post({ type: 'event', ...entry });
  }

  function leave(port: TabPort): void {
    if (!tabs.delete(port)) return;
    port.close();
    if (tabs.size > 0) return adjustTopics();
    connection?.stop();
    clearInterval(timer);
    connection = undefined;
    last = hello = undefined;
    sawUnknown = false;
    place = null;
    journal.begin(null);
  }

  function tick(): void {
    const now = Date.now();
    for (const { port, lastHeardAt } of [...tabs.values()]) {
      if (now - lastHeardAt > TAB_SILENT_MS) leave(port);
      else port.post({ type: 'ping', cursor: place });
    }
    adjustTopics();
  }

  /** The whole board and every room that is open in a tab; when nobody looks, only what must still alarm. */
  function adjustTopics(): void {
    const now = Date.now();
    const watched = [...tabs.values()].some((tab) => tab.visible);
    hiddenSince = watched ? null : (hiddenSince ?? now);
    const asleep = hiddenSince !== null && now - hiddenSince >= HIDDEN_MS;
    connection?.setTopics(asleep ? ALARM_TOPICS : boardWithRooms([...tabs.values()].flatMap(({ rooms }) => rooms)));
  }

  return {
    receive(port, message) {
      const tab = tabs.get(port);
      if (tab) tab.lastHeardAt = Date.now();
      switch (message.type) {
        case 'hello':
          return join(port, message);
        case 'visible':
          if (tab) tab.visible = message.visible;
          // First what is wanted, then the try: it should ask for all at once.
          adjustTopics();
          return message.visible ? connection?.wake() : undefined;
        case 'rooms':
          if (tab) tab.rooms = message.rooms;
          return adjustTopics();
        case 'wake':
          return connection?.wake();
        case 'offline':
          return connection?.offline();
        case 'bye':
          return leave(port);
        case 'alive':
          return;
      }
    },
  };
}
