import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState, step, type Effect, type MachineEvent, type MachineState } from './connection-machine';

const NOW = 1_000_000;
const input = { now: NOW, random: 0.5 };

const states = {
  idle: { name: 'idle' },
  connecting: { name: 'connecting', failures: 1 },
  'connecting, third try': { name: 'connecting', failures: 2 },
  live: { name: 'live', failures: 1, since: NOW - 60_000, next: 'none', deaf: false },
  'live, young': { name: 'live', failures: 1, since: NOW - 500, next: 'none', deaf: false },
  'live, next opening': { name: 'live', failures: 0, since: NOW - 60_000, next: 'opening', deaf: false },
  'live, next alone': { name: 'live', failures: 0, since: NOW - 60_000, next: 'alone', deaf: false },
  'live, deaf': { name: 'live', failures: 0, since: NOW - 60_000, next: 'none', deaf: true },
  'live, deaf, next opening': { name: 'live', failures: 0, since: NOW - 60_000, next: 'opening', deaf: true },
  backoff: { name: 'backoff', failures: 2, until: NOW + 500 },
  'polling, waiting': { name: 'polling', failures: 3, until: NOW + 20_000, notBefore: 0 },
  'polling, asked to wait': { name: 'polling', failures: 3, until: NOW + 20_000, notBefore: NOW + 10_000 },
  'polling, trying': { name: 'polling', failures: 3, until: null, notBefore: 0 },
  offline: { name: 'offline', failures: 1 },
  'stopped, signed out': { name: 'stopped', why: 'signed_out' },
  'stopped, ended': { name: 'stopped', why: 'ended' },
} as const satisfies Record<string, MachineState>;

const events = {
  start: { type: 'start' },
  stop: { type: 'stop' },
  connected: { type: 'connected' },
  failed: { type: 'failed', retryAfterMs: 0 },
  next_failed: { type: 'next_failed', retryAfterMs: 0 },
  crowded: { type: 'crowded', retryAfterMs: 0 },
  refused: { type: 'refused', why: 'forbidden' },
  rotate: { type: 'rotate' },
  answered: { type: 'answered' },
  timer: { type: 'timer' },
  impatient: { type: 'impatient' },
  wake: { type: 'wake' },
  offline: { type: 'offline' },
  upstream_lost: { type: 'upstream', state: 'lost' },
  upstream_ok: { type: 'upstream', state: 'ok' },
} as const satisfies Record<string, MachineEvent>;

type Row = { readonly [N in keyof typeof events]: string };
/** Every type of event has a column: a new one makes this line fail to compile. */
const missing: Exclude<MachineEvent['type'], (typeof events)[keyof typeof events]['type']>[] = [];

const STAY = (name: string) => name;
const END = 'stopped: unschedule stop_polling close';
const OFFLINE = 'offline: unschedule stop_polling close';

/** Every state × every event, as `next: effects`. A missing row or cell does not compile. */
const table: { readonly [N in keyof typeof states]: Row } = {
  idle: {
    start: 'connecting: open', stop: END, connected: STAY('idle'), failed: STAY('idle'), next_failed: STAY('idle'), crowded: STAY('idle'),
    refused: STAY('idle'), rotate: STAY('idle'), timer: STAY('idle'), impatient: STAY('idle'), wake: STAY('idle'), offline: STAY('idle'),
    upstream_lost: STAY('idle'), upstream_ok: STAY('idle'),
    answered: STAY('idle'),
  },
  connecting: {
    start: STAY('connecting'), stop: END, connected: 'live', failed: 'backoff: close schedule', next_failed: STAY('connecting'),
    crowded: 'polling: close schedule poll', refused: END, rotate: STAY('connecting'), timer: STAY('connecting'),
    impatient: 'polling: poll', wake: STAY('connecting'), offline: OFFLINE,
    upstream_lost: STAY('connecting'), upstream_ok: STAY('connecting'),
    answered: STAY('connecting'),
  },
  'connecting, third try': {
    start: STAY('connecting'), stop: END, connected: 'live', failed: 'polling: close schedule poll', next_failed: STAY('connecting'),
    crowded: 'polling: close schedule poll', refused: END, rotate: STAY('connecting'), timer: STAY('connecting'),
    impatient: 'polling: poll', wake: STAY('connecting'), offline: OFFLINE,
    upstream_lost: STAY('connecting'), upstream_ok: STAY('connecting'),
    answered: STAY('connecting'),
  },
  live: {
    start: STAY('live'), stop: END, connected: STAY('live'), failed: 'connecting: close open', next_failed: STAY('live'),
    crowded: 'polling: close schedule poll', refused: END, rotate: 'live: open_next', timer: STAY('live'), impatient: STAY('live'),
    wake: STAY('live'), offline: OFFLINE,
    upstream_lost: 'live: poll', upstream_ok: STAY('live'),
    answered: STAY('live'),
  },
  'live, young': {
    start: STAY('live'), stop: END, connected: STAY('live'), failed: 'backoff: close schedule', next_failed: STAY('live'),
    crowded: 'polling: close schedule poll', refused: END, rotate: 'live: open_next', timer: STAY('live'), impatient: STAY('live'),
    wake: STAY('live'), offline: OFFLINE,
    upstream_lost: 'live: poll', upstream_ok: STAY('live'),
    answered: STAY('live'),
  },
  'live, next opening': {
    start: STAY('live'), stop: END, connected: 'live: promote', failed: STAY('live'), next_failed: STAY('live'), crowded: STAY('live'),
    refused: END, rotate: STAY('live'), timer: STAY('live'), impatient: STAY('live'), wake: STAY('live'), offline: OFFLINE,
    upstream_lost: 'live: poll', upstream_ok: STAY('live'),
    answered: STAY('live'),
  },
  'live, next alone': {
    start: STAY('live'), stop: END, connected: 'live: promote', failed: 'connecting: close open', next_failed: 'connecting: close open',
    crowded: 'polling: close schedule poll', refused: END, rotate: STAY('live'), timer: STAY('live'), impatient: STAY('live'),
    wake: STAY('live'), offline: OFFLINE,
    upstream_lost: 'live: poll', upstream_ok: STAY('live'),
    answered: STAY('live'),
  },
  'live, deaf': {
    start: STAY('live'), stop: END, connected: STAY('live'), failed: 'connecting: stop_polling close open', next_failed: STAY('live'),
    crowded: 'polling: close schedule poll', refused: END, rotate: 'live: open_next', timer: STAY('live'), impatient: STAY('live'),
    wake: STAY('live'), offline: OFFLINE, upstream_lost: STAY('live'), upstream_ok: 'live: stop_polling',
    answered: STAY('live'),
  },
  'live, deaf, next opening': {
    start: STAY('live'), stop: END, connected: 'live: promote stop_polling', failed: STAY('live'), next_failed: STAY('live'),
    crowded: STAY('live'), refused: END, rotate: STAY('live'), timer: STAY('live'), impatient: STAY('live'), wake: STAY('live'),
    offline: OFFLINE, upstream_lost: STAY('live'), upstream_ok: 'live: stop_polling',
    answered: STAY('live'),
  },
  backoff: {
    start: STAY('backoff'), stop: END, connected: STAY('backoff'), failed: STAY('backoff'), next_failed: STAY('backoff'),
    crowded: STAY('backoff'), refused: END, rotate: STAY('backoff'), timer: 'connecting: unschedule open', impatient: 'polling: poll',
    wake: 'connecting: unschedule open', offline: OFFLINE,
    upstream_lost: STAY('backoff'), upstream_ok: STAY('backoff'),
    answered: STAY('backoff'),
  },
  'polling, waiting': {
    start: STAY('polling'), stop: END, connected: 'live: unschedule stop_polling', failed: STAY('polling'), next_failed: STAY('polling'),
    crowded: STAY('polling'), refused: END, rotate: STAY('polling'), timer: 'polling: unschedule open poll', impatient: STAY('polling'),
    wake: 'polling: unschedule open poll', offline: OFFLINE,
    upstream_lost: STAY('polling'), upstream_ok: STAY('polling'),
    answered: 'polling: schedule',
  },
  'polling, asked to wait': {
    start: STAY('polling'), stop: END, connected: 'live: unschedule stop_polling', failed: STAY('polling'), next_failed: STAY('polling'),
    crowded: STAY('polling'), refused: END, rotate: STAY('polling'), timer: 'polling: unschedule open poll', impatient: STAY('polling'),
    wake: 'polling: unschedule open poll', offline: OFFLINE,
    upstream_lost: STAY('polling'), upstream_ok: STAY('polling'),
    answered: 'polling: schedule',
  },
  'polling, trying': {
    start: STAY('polling'), stop: END, connected: 'live: unschedule stop_polling', failed: 'polling: close schedule poll',
    next_failed: STAY('polling'), crowded: 'polling: close schedule poll', refused: END, rotate: STAY('polling'), timer: STAY('polling'),
    impatient: STAY('polling'), wake: STAY('polling'), offline: OFFLINE,
    upstream_lost: STAY('polling'), upstream_ok: STAY('polling'),
    answered: STAY('polling'),
  },
  offline: {
    start: STAY('offline'), stop: END, connected: STAY('offline'), failed: STAY('offline'), next_failed: STAY('offline'),
    crowded: STAY('offline'), refused: STAY('offline'), rotate: STAY('offline'), timer: STAY('offline'), impatient: STAY('offline'),
    wake: 'connecting: open', offline: STAY('offline'),
    upstream_lost: STAY('offline'), upstream_ok: STAY('offline'),
    answered: STAY('offline'),
  },
  'stopped, signed out': {
    start: 'connecting: open', stop: STAY('stopped'), connected: STAY('stopped'), failed: STAY('stopped'), next_failed: STAY('stopped'),
    crowded: STAY('stopped'), refused: STAY('stopped'), rotate: STAY('stopped'), timer: STAY('stopped'), impatient: STAY('stopped'),
    wake: 'connecting: open', offline: STAY('stopped'),
    upstream_lost: STAY('stopped'), upstream_ok: STAY('stopped'),
    answered: STAY('stopped'),
  },
  'stopped, ended': {
    start: 'connecting: open', stop: STAY('stopped'), connected: STAY('stopped'), failed: STAY('stopped'), next_failed: STAY('stopped'),
    crowded: STAY('stopped'), refused: STAY('stopped'), rotate: STAY('stopped'), timer: STAY('stopped'), impatient: STAY('stopped'),
    wake: STAY('stopped'), offline: STAY('stopped'),
    upstream_lost: STAY('stopped'), upstream_ok: STAY('stopped'),
    answered: STAY('stopped'),
  },
};

const cells = Object.entries(table).flatMap(([state, row]) =>
  Object.entries(row).map(([event, cell]) => [state as keyof typeof states, event as keyof typeof events, cell] as const),
);

describe('the connection machine', () => {
  it('has a column for every type of event', () => {
    expect(missing).toEqual([]);
  });

  it.each(cells)('in “%s”, on %s: %s', (state, event, cell) => {
    const { state: next, effects } = step(states[state], events[event], input);
    const words = effects.map((effect) => effect.type).join(' ');
    expect(words ? `${next.name}: ${words}` : next.name).toBe(cell);
  });

  it('waits longer with each failure in a row, and as long as the server asks', () => {
    const first = step({ name: 'connecting', failures: 0 }, events.failed, input).state;
    const fifth = step({ name: 'polling', failures: 4, until: null, notBefore: 0 }, events.failed, input).state;
    const asked = step({ name: 'connecting', failures: 0 }, { type: 'failed', retryAfterMs: 9_000 }, input).state;
    expect([first, fifth, asked]).toMatchObject([
      { failures: 1, until: NOW + 500 },
      { failures: 5, until: NOW + 8_000 },
      { failures: 1, until: NOW + 9_000 },
    ]);
  });

  it('tries the stream within three seconds once polls are answered, spread over them, never earlier than the server asked [RT23]', () => {
    const due = (from: MachineState, random: number) => {
      const { state } = step(from, events.answered, { now: NOW, random });
      return state.name === 'polling' && state.until !== null ? state.until - NOW : null;
    };
    expect([0, 0.5, 0.999].map((random) => due(states['polling, waiting'], random))).toEqual([0, 1_500, 2_997]);
    expect(due(states['polling, asked to wait'], 0.5)).toBe(10_000);
    expect(due({ ...states['polling, waiting'], until: NOW + 700 }, 0.5)).toBe(700);
  });

  it('does not forget failures while streams die young, so that polling begins after the third [RT15]', () => {
    let state: MachineState = { name: 'connecting', failures: 0 };
    for (const expected of ['backoff', 'backoff', 'polling']) {
      state = step(state, events.connected, input).state;
      state = step(state, events.failed, { now: NOW + 100, random: 0 }).state;
      expect(state.name).toBe(expected);
      if (state.name === 'backoff') state = step(state, events.timer, input).state;
    }
  });

  it('keeps one stream standing while the next is opened, and takes over without a gap in the word [RT16]', () => {
    const rotating = step(states.live, events.rotate, input).state;
    const oldGone = step(rotating, events.failed, input).state;
    const taken = step(oldGone, events.connected, input);
    expect([rotating.name, oldGone.name, taken.state.name]).toEqual(['live', 'live', 'live']);
    expect(taken.effects).toEqual([{ type: 'promote' }]);
  });

  it('keeps its streams, timer and polling in step with its state, whatever happens in whatever order [RT15]', () => {
    const anyEvent = fc.constantFrom(...(Object.values(events) as MachineEvent[]));
    const draw = fc.tuple(anyEvent, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 20_000 }));
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 300, size: 'max' }), (steps) => {
        const world = { streams: 0, next: 0, timer: false, polling: false };
        let state = initialState;
        let now = NOW;
        for (const [event, random, passed] of steps) {
          now += passed;
          if (event.type === 'connected' && world.streams + world.next === 0) continue;
          happen(world, event);
          const result = step(state, event, { now, random });
          for (const effect of result.effects) perform(world, effect);
          state = result.state;
          expect(world).toMatchObject({ streams: hasStream(state) ? 1 : 0, next: hasNext(state) ? 1 : 0 });
          expect(world.polling).toBe(state.name === 'polling' || (state.name === 'live' && state.deaf));
          if (state.name === 'backoff' || (state.name === 'polling' && state.until !== null)) expect(world.timer).toBe(true);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

interface World {
  streams: number;
  next: number;
  timer: boolean;
  polling: boolean;
}

function hasStream(state: MachineState): boolean {
  if (state.name === 'live') return state.next !== 'alone';
  return state.name === 'connecting' || (state.name === 'polling' && state.until === null);
}

function hasNext(state: MachineState): boolean {
  return state.name === 'live' && state.next !== 'none';
}

/** What an event means outside: the stream that it tells of is gone. */
function happen(world: World, event: MachineEvent): void {
  if (event.type === 'failed') world.streams = 0;
  if (event.type === 'next_failed') world.next = 0;
  if (event.type === 'crowded' && world.next > 0) world.next = 0;
  else if (event.type === 'crowded') world.streams = 0;
}

function perform(world: World, effect: Effect): void {
  if (effect.type === 'open') Object.assign(world, { streams: 1, next: 0 });
  if (effect.type === 'open_next') world.next = 1;
  if (effect.type === 'promote') Object.assign(world, { streams: 1, next: 0 });
  if (effect.type === 'close') Object.assign(world, { streams: 0, next: 0 });
  if (effect.type === 'schedule') world.timer = true;
  if (effect.type === 'unschedule') world.timer = false;
  if (effect.type === 'poll') world.polling = true;
  if (effect.type === 'stop_polling') world.polling = false;
}
