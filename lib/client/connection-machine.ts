import { assertNever } from '@/lib/core/assert-never';
import { backoffMs } from '@/lib/core/backoff';

/**
 * The life of the connection as data and one pure function. Inside there are many states, outside four words
 * (stores/connection.ts). Nothing here touches a clock, a network or a random number: all come in with the event.
 */
export type MachineState =
  /** Not started. */
  | { readonly name: 'idle' }
  /** A stream was asked for; it stands only when its `connected` frame has come. */
  | { readonly name: 'connecting'; readonly failures: number }
  /**
   * `connected` came at `since`. `next`: a second stream is being opened to take its place. `deaf`: the server cannot
   * read its own log, so the stream stands but brings nothing; news come by polling meanwhile.
   */
  | {
      readonly name: 'live';
      readonly failures: number;
      readonly since: number;
      readonly next: 'none' | 'opening' | 'alone';
      readonly deaf: boolean;
    }
  /** Waiting to try again at `until`. */
  | { readonly name: 'backoff'; readonly failures: number; readonly until: number }
  /**
   * News come by asking for them; meanwhile a stream is tried again and again. `until` null: it is being tried now.
   * `notBefore`: the server asked not to be tried earlier.
   */
  | { readonly name: 'polling'; readonly failures: number; readonly until: number | null; readonly notBefore: number }
  /** The browser says that there is no network. */
  | { readonly name: 'offline'; readonly failures: number }
  /** Given up until somebody acts: signed out, not allowed, or ended on purpose. */
  | { readonly name: 'stopped'; readonly why: 'ended' | 'signed_out' | 'forbidden' };

export type StateName = MachineState['name'];

/** What happens to a connection. Times in milliseconds since the epoch. */
export type MachineEvent =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  /** The first frame of the stream that was opened last. */
  | { readonly type: 'connected' }
  /** The stream could not be opened, ended, or fell silent. `retryAfterMs`: what the server asked for. */
  | { readonly type: 'failed'; readonly retryAfterMs: number }
  /** The stream that was to take over could not be opened or ended. */
  | { readonly type: 'next_failed'; readonly retryAfterMs: number }
  /** As `failed`, because this user has too many connections: waiting will not help soon, polling does. */
  | { readonly type: 'crowded'; readonly retryAfterMs: number }
  | { readonly type: 'refused'; readonly why: 'signed_out' | 'forbidden' }
  /** The server lost its event log, or has it back. */
  | { readonly type: 'upstream'; readonly state: 'ok' | 'lost' }
  /** The server, or a change of topics, asks for a new stream; this one stays good until then. */
  | { readonly type: 'rotate' }
  /** A poll brought an answer, and it is the first, or the one before brought none: the server is there again. */
  | { readonly type: 'answered' }
  /** The wait is over. */
  | { readonly type: 'timer' }
  /** Not live for so long that news must come another way. */
  | { readonly type: 'impatient' }
  /** A reason to try now: focus, network back, woken from sleep, or a person's wish. */
  | { readonly type: 'wake' }
  | { readonly type: 'offline' };

/** What the outside must do after a step, in this order. */
export type Effect =
  /** Opens the stream, in place of any other. */
  | { readonly type: 'open' }
  /** Opens a second stream beside the first. */
  | { readonly type: 'open_next' }
  /** The second stream becomes the stream; the first, if it still is there, is dropped. */
  | { readonly type: 'promote' }
  /** Drops every stream. */
  | { readonly type: 'close' }
  | { readonly type: 'schedule'; readonly atMs: number }
  | { readonly type: 'unschedule' }
  | { readonly type: 'poll' }
  | { readonly type: 'stop_polling' };

/** The clock and the dice of one step. `random` is a draw from [0, 1). */
export interface StepInput {
  readonly now: number;
  readonly random: number;
}

export interface Step {
  readonly state: MachineState;
  readonly effects: readonly Effect[];
}

export const BACKOFF = { baseMs: 1_000, capMs: 30_000 };
/** A stream that dies younger than this counts as one more failure in a row. */
export const STABLE_MS = 10_000;
/** So many failures in a row, and news come by polling. */
export const FAILURES_BEFORE_POLLING = 3;
/** Not live for so long, and news come by polling. */
export const PATIENCE_MS = 10_000;
/** Once polls are answered again, the stream is tried within this time, spread over it: all screens notice at once. */
export const ANSWERED_WITHIN_MS = 3_000;

const OPEN: Effect = { type: 'open' };
const OPEN_NEXT: Effect = { type: 'open_next' };
const PROMOTE: Effect = { type: 'promote' };
const CLOSE: Effect = { type: 'close' };
const UNSCHEDULE: Effect = { type: 'unschedule' };
const POLL: Effect = { type: 'poll' };
const STOP_POLLING: Effect = { type: 'stop_polling' };

type State<N extends StateName> = Extract<MachineState, { name: N }>;
type Handler<N extends StateName> = (state: State<N>, event: MachineEvent, input: StepInput) => Step;
type Table = { readonly [N in StateName]: Handler<N> };

const table: Table = {
  idle(state, event) {
    switch (event.type) {
      case 'start':
        return { state: { name: 'connecting', failures: 0 }, effects: [OPEN] };
      case 'stop':
        return stopped('ended');
      case 'connected':
      case 'failed':
      case 'next_failed':
      case 'crowded':
      case 'refused':
      case 'upstream':
      case 'rotate':
      case 'timer':
      case 'impatient':
      case 'wake':
      case 'offline':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  connecting(state, event, input) {
    switch (event.type) {
      case 'connected':
        return live(state.failures, input);
      case 'failed':
        return afterFailure(state.failures + 1, event.retryAfterMs, input);
      case 'crowded':
        return pollAndWait(state.failures + 1, event.retryAfterMs, input);
      case 'refused':
        return stopped(event.why);
      case 'impatient':
        return { state: { name: 'polling', failures: state.failures, until: null, notBefore: 0 }, effects: [POLL] };
      case 'offline':
        return offline(state.failures);
      case 'stop':
        return stopped('ended');
      case 'start':
      case 'next_failed':
      case 'upstream':
      case 'rotate':
      case 'timer':
      case 'wake':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  live(state, event, input) {
    switch (event.type) {
      case 'connected':
        // Only the second stream can still say so: it takes over.
        if (state.next === 'none') return stay(state);
        return { ...live(0, input), effects: state.deaf ? [PROMOTE, STOP_POLLING] : [PROMOTE] };
      case 'failed':
        // The second stream is on its way; nobody need hear of the gap unless that one fails as well.
        if (state.next === 'opening') return { state: { ...state, next: 'alone' }, effects: [] };
        return afterLive(state, event.retryAfterMs, input);
      case 'next_failed':
        if (state.next === 'opening') return stay({ ...state, next: 'none' });
        return state.next === 'alone' ? afterLive(state, event.retryAfterMs, input) : stay(state);
      case 'crowded':
        if (state.next === 'opening') return stay({ ...state, next: 'none' });
        return pollAndWait(1, event.retryAfterMs, input);
      case 'upstream':
        if (state.deaf === (event.state === 'lost')) return stay(state);
        return { state: { ...state, deaf: !state.deaf }, effects: [state.deaf ? STOP_POLLING : POLL] };
      case 'rotate':
        return state.next === 'none' ? { state: { ...state, next: 'opening' }, effects: [OPEN_NEXT] } : stay(state);
      case 'refused':
        return stopped(event.why);
      case 'offline':
        return offline(0);
      case 'stop':
        return stopped('ended');
      case 'start':
      case 'timer':
      case 'impatient':
      case 'wake':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  backoff(state, event) {
    switch (event.type) {
      case 'timer':
      case 'wake':
        return { state: { name: 'connecting', failures: state.failures }, effects: [UNSCHEDULE, OPEN] };
      case 'impatient':
        return { state: { name: 'polling', failures: state.failures, until: state.until, notBefore: 0 }, effects: [POLL] };
      case 'refused':
        return stopped(event.why);
      case 'offline':
        return offline(state.failures);
      case 'stop':
        return stopped('ended');
      case 'start':
      case 'connected':
      case 'failed':
      case 'next_failed':
      case 'crowded':
      case 'upstream':
      case 'rotate':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  polling(state, event, input) {
    switch (event.type) {
      case 'connected':
        return { ...live(0, input), effects: [UNSCHEDULE, STOP_POLLING] };
      case 'failed':
      case 'crowded':
        return state.until === null ? pollAndWait(state.failures + 1, event.retryAfterMs, input) : stay(state);
      case 'timer':
      case 'wake':
        if (state.until === null) return stay(state);
        return { state: { ...state, until: null }, effects: [UNSCHEDULE, OPEN, POLL] };
      case 'answered':
        return hurry(state, input);
      case 'refused':
        return stopped(event.why);
      case 'offline':
        return offline(state.failures);
      case 'stop':
        return stopped('ended');
      case 'start':
      case 'next_failed':
      case 'upstream':
      case 'rotate':
      case 'impatient':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  offline(state, event) {
    switch (event.type) {
      case 'wake':
        return { state: { name: 'connecting', failures: state.failures }, effects: [OPEN] };
      case 'stop':
        return stopped('ended');
      case 'start':
      case 'connected':
      case 'failed':
      case 'next_failed':
      case 'crowded':
      case 'refused':
      case 'upstream':
      case 'rotate':
      case 'timer':
      case 'impatient':
      case 'offline':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },

  stopped(state, event) {
    switch (event.type) {
      case 'start':
        return { state: { name: 'connecting', failures: 0 }, effects: [OPEN] };
      case 'wake':
        // Signing in again happens on another page or in another tab; coming back here is the moment to see.
        return state.why === 'signed_out' ? { state: { name: 'connecting', failures: 0 }, effects: [OPEN] } : stay(state);
      case 'stop':
      case 'connected':
      case 'failed':
      case 'next_failed':
      case 'crowded':
      case 'refused':
      case 'upstream':
      case 'rotate':
      case 'timer':
      case 'impatient':
      case 'offline':
      case 'answered':
        return stay(state);
      default:
        return assertNever(event);
    }
  },
};

export const initialState: MachineState = { name: 'idle' };

/** One step of the connection: from a state and what happened to the next state and what must be done. */
export function step(state: MachineState, event: MachineEvent, input: StepInput): Step {
  // One table indexed by name: the compiler sees each row typed, but not that the index and the row belong together.
  return (table[state.name] as Handler<StateName>)(state, event, input);
}

function stay(state: MachineState): Step {
  return { state, effects: [] };
}

function live(failures: number, { now }: StepInput): Step {
  return { state: { name: 'live', failures, since: now, next: 'none', deaf: false }, effects: [] };
}

/** A good stream that ends is replaced at once; one that dies young would make a storm of that. */
function afterLive(state: State<'live'>, retryAfterMs: number, input: StepInput): Step {
  const lived = input.now - state.since >= STABLE_MS;
  const { state: next, effects } =
    lived && retryAfterMs === 0
      ? { state: { name: 'connecting', failures: 0 } as const, effects: [CLOSE, OPEN] }
      : afterFailure(lived ? 1 : state.failures + 1, retryAfterMs, input);
  return { state: next, effects: state.deaf && next.name !== 'polling' ? [STOP_POLLING, ...effects] : effects };
}

/** @param failures how many in a row, this one included */
function afterFailure(failures: number, retryAfterMs: number, input: StepInput): Step {
  if (failures >= FAILURES_BEFORE_POLLING) return pollAndWait(failures, retryAfterMs, input);
  const until = waitUntil(failures, retryAfterMs, input);
  return { state: { name: 'backoff', failures, until }, effects: [CLOSE, { type: 'schedule', atMs: until }] };
}

function pollAndWait(failures: number, retryAfterMs: number, input: StepInput): Step {
  const until = waitUntil(failures, retryAfterMs, input);
  return { state: { name: 'polling', failures, until, notBefore: input.now + retryAfterMs }, effects: [CLOSE, { type: 'schedule', atMs: until }, POLL] };
}

/** Tries the stream soon, unless that is due sooner or the server asked for more time. */
function hurry(state: State<'polling'>, { now, random }: StepInput): Step {
  const soon = Math.max(state.notBefore, now + Math.round(random * ANSWERED_WITHIN_MS));
  if (state.until === null || state.until <= soon) return stay(state);
  return { state: { ...state, until: soon }, effects: [{ type: 'schedule', atMs: soon }] };
}

function waitUntil(failures: number, retryAfterMs: number, { now, random }: StepInput): number {
  return now + backoffMs(failures - 1, random, BACKOFF, retryAfterMs);
}

function offline(failures: number): Step {
  return { state: { name: 'offline', failures }, effects: [UNSCHEDULE, STOP_POLLING, CLOSE] };
}

function stopped(why: State<'stopped'>['why']): Step {
  return { state: { name: 'stopped', why }, effects: [UNSCHEDULE, STOP_POLLING, CLOSE] };
}
