import { createConnection, type Connection } from '@/lib/client/connection';
import type { MachineState } from '@/lib/client/connection-machine';
import type { Snapshot } from '@/lib/protocol/answers';
import type { Cursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import type { Fetch } from '@/lib/queries/http';

const WAIT_MS = 15_000;

/** What a connection told, in order. Times in milliseconds since the epoch. */
export type Told =
  | { readonly kind: 'event'; readonly event: WireEvent; readonly cursor: Cursor | null; readonly atMs: number }
  | { readonly kind: 'reset'; readonly cursor: Cursor | null }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot; readonly atMs: number }
  | { readonly kind: 'state'; readonly state: MachineState; readonly reason: string | null; readonly atMs: number }
  | { readonly kind: 'connected'; readonly instanceId: string; readonly atMs: number }
  | { readonly kind: 'polled'; readonly ok: boolean }
  | { readonly kind: 'upstream'; readonly state: 'ok' | 'lost'; readonly atMs: number };

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>;

/** The product's own connection, without a browser, and all that it told. */
export interface RecordedConnection {
  readonly connection: Connection;
  readonly told: readonly Told[];
  of<K extends Told['kind']>(kind: K): Of<K>[];
  /** Labels of test broadcasts and titles of messages as they went live, in the order of their coming. */
  words(): string[];
  /** The state it is in now. */
  state(): MachineState;
  /** Resolves with what `check` gives once that is something, looking after each thing told. Rejects, naming `what`. */
  until<T>(what: string, check: () => T | false | null | undefined, timeoutMs?: number): Promise<T>;
  /** Resolves in a state of this name, from now or already. */
  untilState(name: MachineState['name'], timeoutMs?: number): Promise<MachineState>;
  /** Resolves when an event with this label or title has come. */
  untilWord(word: string, timeoutMs?: number): Promise<void>;
}

const open = new Set<Connection>();

/** Begins a connection at a cursor; null is wherever the first stream begins. `onReset`: what else is to be done then. */
export function recordConnection(fetch: Fetch, cursor: string | null, onReset: () => void = () => undefined): RecordedConnection {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let state: MachineState = { name: 'idle' };
  const tell = (thing: Told) => {
    told.push(thing);
    for (const look of [...waiting]) look();
  };
  const connection = createConnection(
    {
      onState(next, reason) {
        state = next;
        tell({ kind: 'state', state: next, reason, atMs: Date.now() });
      },
      onConnected: ({ instanceId }) => tell({ kind: 'connected', instanceId, atMs: Date.now() }),
      onActivity: () => undefined,
      onServerTime: () => undefined,
      onCursor: () => undefined,
      onUnknown: () => undefined,
      onEvent: (event, place) => tell({ kind: 'event', event, cursor: place, atMs: Date.now() }),
      onReset(place) {
        tell({ kind: 'reset', cursor: place });
        onReset();
      },
      onSnapshot: (snapshot) => tell({ kind: 'snapshot', snapshot, atMs: Date.now() }),
      onPolled: (ok) => tell({ kind: 'polled', ok }),
      onTick: () => undefined,
      onUpstream: (upstream) => tell({ kind: 'upstream', state: upstream, atMs: Date.now() }),
    },
    fetch,
  );
  open.add(connection);
  const of = <K extends Told['kind']>(kind: K) => told.filter((thing): thing is Of<K> => thing.kind === kind);

  function until<T>(what: string, check: () => T | false | null | undefined, timeoutMs = WAIT_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        waiting.delete(look);
        clearTimeout(timer);
        done();
      };
      const look = () => {
        const value = check();
        if (value !== false && value !== null && value !== undefined) settle(() => resolve(value));
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}. Told: ${summary(told)}`)));
      }, timeoutMs);
      waiting.add(look);
      look();
    });
  }

  connection.start(cursor);
  return {
    connection,
    told,
    of,
    words: () => of('event').flatMap(({ event }) => wordOf(event) ?? []),
    state: () => state,
    until,
    untilState: (name, timeoutMs) => until(`the state ${name}`, () => state.name === name && state, timeoutMs),
    untilWord: async (word, timeoutMs) => {
      // Only what is new is looked at again: with many events, a look at all of them each time would be the test's own load.
      let seen = 0;
      await until(
        `"${word}"`,
        () => {
          for (; seen < told.length; seen += 1) {
            const thing = told[seen];
            if (thing?.kind === 'event' && wordOf(thing.event) === word) return true;
          }
          return false;
        },
        timeoutMs,
      );
    },
  };
}

/** What a test calls an event by: the label of a broadcast, the title of a message that went live. */
export function wordOf(event: WireEvent): string | null {
  if (event.type === 'test.broadcast') return event.data.label;
  return event.type === 'flash.sent' ? event.data.flash.title : null;
}

/** Ends every recorded connection; for `afterEach`. */
export function stopConnections(): void {
  for (const connection of open) connection.stop();
  open.clear();
}

/** The end of what was told, short enough for a failure's message. */
function summary(told: readonly Told[]): string {
  const words = told.map((thing) => {
    if (thing.kind === 'event') return wordOf(thing.event)?.slice(0, 30) ?? thing.event.type;
    if (thing.kind === 'state') return `[${thing.state.name}${thing.reason ? `: ${thing.reason}` : ''}]`;
    return `<${thing.kind}>`;
  });
  return words.slice(-25).join(', ') || 'nothing';
}
