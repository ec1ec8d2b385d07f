import { createRecentIds } from '@/lib/core/recent-ids';
import { sleep } from '@/lib/core/sleep';
import type { Snapshot } from '@/lib/protocol/answers';
import { HEARTBEAT_MS, POLL_INTERVAL_MS } from '@/lib/protocol/constants';
import { asCursor, type Cursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import type { Frame, FrameData } from '@/lib/protocol/frames';
import type { InfraTick } from '@/lib/protocol/infrastructure';
import { hearsWholeBoard } from '@/lib/protocol/topics';
import { initialState, PATIENCE_MS, step, type Effect, type MachineEvent, type MachineState } from './connection-machine';
import type { Fetch } from '@/lib/queries/http';
import { createCursorKeeper } from './cursor-keeper';
import { pollOnce } from './poll-client';
import { readStream, type StreamRefusal } from './stream-client';

// A stream without a byte for two and a half heartbeats is dead, whatever the socket says.
const SILENT_HEARTBEATS = 2.5;
const WATCH_MS = 1_000;
// The watch ticks each second; a gap much longer than that means that the machine slept.
const SLEPT_MS = 5_000;
const SEEN_EVENTS = 5_000;

/** What a connection tells. Everything comes in the order of the wire; an event comes once. */
export interface ConnectionEvents {
  onState(state: MachineState, reason: string | null): void;
  onConnected(hello: FrameData<'connected'>): void;
  onActivity(): void;
  onServerTime(ms: number): void;
  /** Everything up to here, of all topics, has been told. */
  onCursor(cursor: Cursor): void;
  onEvent(event: WireEvent, cursor: Cursor | null): void;
  /** What is known is void: load the snapshot. Events go on coming meanwhile. */
  onReset(cursor: Cursor | null): void;
  /** Everything, from the database, because the log cannot be read. */
  onSnapshot(snapshot: Snapshot): void;
  /** Whether the last poll brought an answer. */
  onPolled(ok: boolean): void;
  onUpstream(state: 'ok' | 'lost'): void;
  /** Something came that this page does not understand: it is older than its server, and does not know all any more. */
  onUnknown(): void;
  /** The newest figures of what is looked at all the time. */
  onTick(tick: InfraTick): void;
}

/** A connection that keeps itself up from `start` to `stop`. */
export interface Connection {
  start(cursor: string | null): void;
  stop(): void;
  /** A reason to try at once. */
  wake(): void;
  offline(): void;
  /** As `?topics=`; null: all of the board that the user may hear. A change takes over without a gap. */
  setTopics(topics: string | null): void;
}

interface Line {
  readonly controller: AbortController;
  /** What it was asked for; null: all. */
  readonly topics: string | null;
  lastByteAt: number;
}

/** The machine with its streams, polls, timers and cursor: the only place where they meet. `send` makes its requests. */
export function createConnection(events: ConnectionEvents, send: Fetch = (path, init) => fetch(path, init)): Connection {
  const keeper = createCursorKeeper();
  const seen = createRecentIds(SEEN_EVENTS);
  let state = initialState;
  let topics: string | null = null;
  let clientId: string | null = null;
  let line: Line | undefined;
  let next: Line | undefined;
  let polling: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let heartbeatMs = HEARTBEAT_MS;
  let lastWatchAt = 0;
  let lastOpenedAt = 0;
  let notLiveSince = 0;
  let reason: string | null = null;

  function happen(event: MachineEvent): void {
    const before = state;
    const result = step(state, event, { now: Date.now(), random: Math.random() });
    state = result.state;
    if (before.name === 'live' && state.name !== 'live') notLiveSince = Date.now();
    for (const effect of result.effects) perform(effect);
    if (state !== before) events.onState(state, reason);
  }

  function perform(effect: Effect): void {
    switch (effect.type) {
      case 'open':
        line?.controller.abort();
        line = open();
        return;
      case 'open_next':
        next?.controller.abort();
        next = open();
        return;
      case 'promote':
        line?.controller.abort();
        line = next;
        next = undefined;
        return;
      case 'close':
        line?.controller.abort();
        next?.controller.abort();
        line = next = undefined;
        return;
      case 'schedule':
        clearTimeout(timer);
        timer = setTimeout(() => happen({ type: 'timer' }), Math.max(0, effect.atMs - Date.now()));
        return;
      case 'unschedule':
        clearTimeout(timer);
        return;
      case 'poll':
        if (!polling) void poll((polling = new AbortController()));
        return;
      case 'stop_polling':
        polling?.abort();
        polling = undefined;
    }
  }

  function open(): Line {
    const now = Date.now();
    const own: Line = { controller: new AbortController(), topics, lastByteAt: now };
    lastOpenedAt = now;
    const isOurs = () => line === own || next === own;
    // A stream that was dropped has nothing more to say, even if its bytes are still on the way.
    const ours = <A extends unknown[]>(act: (...args: A) => void) => (...args: A) => {
      if (isOurs()) act(...args);
    };
    const hearsAll = hearsWholeBoard(topics);
    const request = { cursor: keeper.from(hearsAll), clientId, topics, signal: own.controller.signal, fetch: send };
    void readStream(request, {
      onActivity: ours(() => {
        own.lastByteAt = Date.now();
        events.onActivity();
      }),
      onServerTime: ours(events.onServerTime),
      onFrame: ours((frame) => onFrame(own, frame)),
      onEvent: ours((event, place) => onEvent(event, place, hearsAll)),
      onCursor: ours((place) => reach(place, hearsAll)),
      onUnknown: ours((_type, place) => {
        if (place) reach(place, hearsAll);
        events.onUnknown();
      }),
    }).then(ours((refused) => onEnd(own, refused)));
    return own;
  }

  function onEnd(ended: Line, refused: StreamRefusal | null): void {
    const wasNext = ended === next;
    if (wasNext) next = undefined;
    else line = undefined;
    if (!wasNext) reason = refused?.message ?? reason ?? 'The stream ended.';
    const retryAfterMs = refused?.retryAfterMs ?? 0;
    if (refused?.status === 401) return happen({ type: 'refused', why: 'signed_out' });
    if (refused?.status === 403) return happen({ type: 'refused', why: 'forbidden' });
    if (refused?.status === 429) return happen({ type: 'crowded', retryAfterMs });
    happen({ type: wasNext ? 'next_failed' : 'failed', retryAfterMs });
  }

  function onFrame(from: Line, frame: Frame): void {
    switch (frame.type) {
      case 'connected':
        clientId = frame.data.clientId;
        heartbeatMs = frame.data.heartbeatMs;
        if (keeper.cursor === null) begin(asCursor(frame.data.cursor));
        reason = null;
        events.onConnected(frame.data);
        happen({ type: 'connected' });
        return followTopics();
      case 'reset':
        keeper.set(asCursor(frame.data.cursor));
        return events.onReset(keeper.cursor);
      case 'upstream':
        events.onUpstream(frame.data.state);
        return from === line ? happen({ type: 'upstream', state: frame.data.state }) : undefined;
      case 'tick':
        return events.onTick(frame.data.tick);
      case 'rotate':
        return from === line ? happen({ type: 'rotate' }) : undefined;
      case 'error':
        reason = frame.data.message;
    }
  }

  /** What is wanted may have changed while a stream was being opened; the machine takes that up only when one stands. */
  function followTopics(): void {
    if (state.name === 'live' && line && line.topics !== topics) happen({ type: 'rotate' });
  }

  function onEvent(event: WireEvent, place: Cursor | null, hearsAll: boolean): void {
    if (place) reach(place, hearsAll);
    if (seen.isNew(event.id)) events.onEvent(event, place);
  }

  async function poll(own: AbortController): Promise<void> {
    // All streams of a server fall deaf at the same moment; their polls must not come at the same moment.
    if (state.name === 'live') await sleep(POLL_INTERVAL_MS * Math.random(), own.signal);
    let answered = false;
    while (polling === own) {
      const hearsAll = hearsWholeBoard(topics);
      const outcome = await pollOnce({ cursor: keeper.from(hearsAll), topics, signal: own.signal, fetch: send });
      if (polling !== own) return;
      if (outcome.kind === 'events') {
        // Without a place to ask from, the answer was a place only: what lies before it must be loaded.
        if (keeper.cursor === null) takeReset(outcome.cursor);
        for (const { event, cursor } of outcome.events) onEvent(event, cursor, hearsAll);
        if (outcome.cursor) reach(outcome.cursor, hearsAll);
        if (outcome.unknown > 0) events.onUnknown();
      } else if (outcome.kind === 'reset') {
        takeReset(outcome.cursor);
      } else if (outcome.kind === 'snapshot') {
        events.onSnapshot(outcome.snapshot);
      } else {
        reason = outcome.message;
        if (outcome.status === 401) return happen({ type: 'refused', why: 'signed_out' });
        if (outcome.status === 403) return happen({ type: 'refused', why: 'forbidden' });
      }
      const wasAnswered = answered;
      answered = outcome.kind !== 'refused';
      events.onPolled(answered);
      // Only the change is news: where streams alone are held up, polls go on being answered.
      if (answered && !wasAnswered) happen({ type: 'answered' });
      await sleep(POLL_INTERVAL_MS * (0.9 + 0.2 * Math.random()), own.signal);
    }
  }

  function begin(place: Cursor | null): void {
    keeper.set(place);
    if (place) events.onCursor(place);
  }

  function reach(place: Cursor, hearsAll: boolean): void {
    keeper.reach(place, hearsAll);
    const toldUpTo = keeper.from(true);
    if (toldUpTo) events.onCursor(toldUpTo);
  }

  function takeReset(place: Cursor | null): void {
    keeper.set(place);
    events.onReset(place);
  }

  function onWatch(): void {
    const now = Date.now();
    const slept = now - lastWatchAt > SLEPT_MS;
    lastWatchAt = now;
    const isSilent = (checked: Line | undefined) => checked && now - checked.lastByteAt > heartbeatMs * SILENT_HEARTBEATS;
    if (isSilent(next)) drop(next);
    if (isSilent(line)) drop(line);
    const waiting = state.name === 'connecting' || state.name === 'backoff';
    if (waiting && now - notLiveSince > PATIENCE_MS) happen({ type: 'impatient' });
    if (slept) happen({ type: 'wake' });
    if (now - lastOpenedAt >= POLL_INTERVAL_MS) followTopics();
  }

  function drop(silent: Line | undefined): void {
    if (!silent) return;
    silent.controller.abort();
    onEnd(silent, { status: 0, code: 'silent', message: 'The server has not been heard of for a while.', retryAfterMs: 0 });
  }

  return {
    start(from) {
      begin(asCursor(from));
      lastWatchAt = notLiveSince = Date.now();
      watch ??= setInterval(onWatch, WATCH_MS);
      happen({ type: 'start' });
    },
    stop() {
      clearInterval(watch);
      watch = undefined;
      happen({ type: 'stop' });
    },
    wake: () => happen({ type: 'wake' }),
    offline: () => happen({ type: 'offline' }),
    setTopics(wanted) {
      if (wanted === topics) return;
      topics = wanted;
      followTopics();
    },
  };
}
