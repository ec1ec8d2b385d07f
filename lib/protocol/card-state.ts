import type { CardComputing, CardError, CardResult, CardStale, CardState } from './cards';

/** Something that happened to one card. */
export type CardUpdate =
  | { readonly what: 'miss'; readonly computing: CardComputing }
  | { readonly what: 'done'; readonly result: CardResult; readonly stale: CardStale | null }
  | { readonly what: 'error'; readonly error: CardError }
  | { readonly what: 'stale'; readonly stale: CardStale };

/** Longer than any computation may take: whoever began it is gone. */
export const GIVEN_UP_MS = 30_000;

/** A card of which nothing is known yet. */
export function coldCard(key: string): CardState {
  return { key, result: null, stale: null, error: null, computing: null };
}

/**
 * The card after what happened. Fences decide, not the order of arrival: what happened earlier than what is known
 * changes nothing, so that answers and events may overtake each other.
 */
export function applyCardUpdate(state: CardState, update: CardUpdate): CardState {
  switch (update.what) {
    case 'miss':
      return settle({ ...state, computing: newer(update.computing, state.computing) });
    case 'done':
      return settle({ ...state, result: newer(update.result, state.result), stale: mergeStale(update.stale, state.stale) });
    case 'error':
      return settle({ ...state, error: newer(update.error, state.error) });
    case 'stale':
      return settle({ ...state, stale: mergeStale(update.stale, state.stale) });
  }
}

/** The newer of two views of one card, part by part. */
export function mergeCard(one: CardState, other: CardState): CardState {
  return settle({
    key: one.key,
    result: newer(one.result, other.result),
    stale: mergeStale(one.stale, other.stale),
    error: newer(one.error, other.error),
    computing: newer(one.computing, other.computing),
  });
}

/** Drops what a newer result has overtaken: an older failure, an older mark, a computation that ended. */
export function settle(state: CardState): CardState {
  const resultFence = state.result?.fence ?? -1;
  const endedFence = Math.max(resultFence, state.error?.fence ?? -1);
  return {
    ...state,
    stale: sinceResult(state.stale, resultFence),
    error: after(state.error, resultFence),
    computing: after(state.computing, endedFence),
  };
}

/** Whether somebody computes it now. One that began too long ago was given up without a word. */
export function isComputing({ computing }: CardState, nowMs: number): boolean {
  return computing !== null && nowMs - Date.parse(computing.since) < GIVEN_UP_MS;
}

/** Whether somebody has asked for a new result since the last one. */
export function isBusted({ stale }: CardState): boolean {
  return stale !== null && stale.bustFence !== null;
}

/** Whether a result may be shown as current: there is one, nobody asked for a new one, and it has not run out. */
export function mayServe(state: CardState, ttlMs: number, nowMs: number): boolean {
  const { result } = state;
  return result !== null && !isBusted(state) && nowMs - Date.parse(result.computedAt) < ttlMs;
}

/** The newer of two reasons; that somebody asked for a new result is not forgotten when something changes after it. */
export function mergeStale(one: CardStale | null, other: CardStale | null): CardStale | null {
  const newest = newer(one, other);
  if (!newest) return null;
  const busts = [one?.bustFence, other?.bustFence].filter((fence) => typeof fence === 'number');
  return { ...newest, bustFence: busts.length === 0 ? null : Math.max(...busts) };
}

function sinceResult(stale: CardStale | null, resultFence: number): CardStale | null {
  const left = after(stale, resultFence);
  return left && left.bustFence !== null && left.bustFence <= resultFence ? { ...left, bustFence: null } : left;
}

function newer<T extends { readonly fence: number }>(one: T | null, other: T | null): T | null {
  if (!one || !other) return one ?? other;
  return one.fence >= other.fence ? one : other;
}

function after<T extends { readonly fence: number }>(one: T | null, fence: number): T | null {
  return one && one.fence > fence ? one : null;
}
