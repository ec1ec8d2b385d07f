import { isBusted, isComputing } from '@/lib/protocol/card-state';
import type { Card } from '@/lib/protocol/cards';
import { isOutdated } from './outdated-words';

/** A card is asked for anew at most this often by one screen, milliseconds. */
const EVERY_MS = 10_000;
/** Screens that saw the same change do not all ask in the same moment, milliseconds. */
const JITTER_MS = 1_000;
/** What failed is left alone for this long, milliseconds. */
const AFTER_FAILURE_MS = 60_000;

/**
 * Whether a card that keeps itself current should be asked for anew: it is outdated, nobody is at it, and the last
 * attempt did not just fail. `now`: the server's clock in milliseconds.
 */
export function isDue({ mode, state, info }: Card, now: number): boolean {
  // What the server keeps needs nobody to ask.
  if (mode !== 'auto' || info.keptMs !== null || isComputing(state, now) || !isOutdated(state, info.ttlMs, now)) return false;
  // Somebody asked a moment ago; the computation is about to begin.
  if (state.stale && isBusted(state) && now - Date.parse(state.stale.at) < EVERY_MS) return false;
  return state.error === null || now - Date.parse(state.error.at) >= AFTER_FAILURE_MS;
}

/** How long to wait before asking, milliseconds. `lastAsked`: when this screen asked last, null for never; `random`: 0 to 1. */
export function autoWait(lastAsked: number | null, now: number, random: number): number {
  const rest = lastAsked === null ? 0 : Math.max(0, lastAsked + EVERY_MS - now);
  return rest + random * JITTER_MS;
}
