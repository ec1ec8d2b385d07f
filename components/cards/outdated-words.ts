import { formatDuration } from '@/components/ui/format-time';
import type { CardInfo, CardState } from '@/lib/protocol/cards';
import { spanWords } from './measure-words';

/** A card that the server keeps is computed anew soon after it has run out: only when that does not come is it worth a word. Milliseconds. */
const KEPT_LATE_MS = 60_000;

/**
 * How far what a card says may be believed: `contradicted` when what it stands on changed after it was computed, `aged` when
 * news may be missing or it has run out.
 */
export type Standing = 'current' | 'aged' | 'contradicted';

/** Whether a card has a result that should not be taken as current, as far as the card itself knows. `now`: the server's clock in milliseconds. */
export function isOutdated({ result, stale }: CardState, ttlMs: number, now: number): boolean {
  return result !== null && (stale !== null || now - Date.parse(result.computedAt) >= ttlMs);
}

/** What is known at this second. */
export interface OutdatedNow {
  /** The server's clock in milliseconds; null before the page is alive. */
  readonly now: number | null;
  /** Why news may be missing; null while the page is told of everything. */
  readonly connection: string | null;
}

type Kept = Pick<CardInfo, 'ttlMs' | 'keptMs'>;

/** How a card stands at this second. */
export function standingOf(state: CardState, info: Kept, at: OutdatedNow): Standing {
  if (!state.result) return 'current';
  if (state.stale) return 'contradicted';
  return at.connection !== null || hasRunOut(state, info, at.now) ? 'aged' : 'current';
}

/** Why a card is outdated, in words; null while it is current or has nothing to be outdated. The most certain reason first. */
export function outdatedWords(state: CardState, info: Kept, at: OutdatedNow): string | null {
  if (!state.result) return null;
  if (state.stale) return at.now === null ? state.stale.reason : `${state.stale.reason} ${ago(state.stale.at, at.now)}`;
  if (at.connection !== null) return at.connection;
  return hasRunOut(state, info, at.now) ? `older than ${spanWords(info.ttlMs)}` : null;
}

/** How old what an outdated card says is: "33 min old". */
export function ageWords({ result }: CardState, now: number | null): string | null {
  return result && now !== null ? `${formatDuration(now - Date.parse(result.computedAt))} old` : null;
}

function hasRunOut(state: CardState, { ttlMs, keptMs }: Kept, now: number | null): boolean {
  return now !== null && isOutdated(state, keptMs === null ? ttlMs : ttlMs + KEPT_LATE_MS, now);
}

/** How long ago, in words: "12 s ago". */
export function ago(at: string, now: number): string {
  return `${formatDuration(now - Date.parse(at))} ago`;
}
