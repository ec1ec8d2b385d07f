import { formatDuration } from '@/components/ui/format-time';
import type { CardInfo, CardState } from '@/lib/protocol/cards';
import { spanWords } from './measure-words';

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

/** Why a card is outdated, in words; null while it is current or has nothing to be outdated. The most certain reason first. */
export function outdatedWords(state: CardState, info: Pick<CardInfo, 'ttlMs'>, { now, connection }: OutdatedNow): string | null {
  if (!state.result) return null;
  if (state.stale) return now === null ? state.stale.reason : `${state.stale.reason} ${ago(state.stale.at, now)}`;
  if (connection !== null) return connection;
  return now !== null && isOutdated(state, info.ttlMs, now) ? `older than ${spanWords(info.ttlMs)}` : null;
}

/** How long ago, in words: "12 s ago". */
export function ago(at: string, now: number): string {
  return `${formatDuration(now - Date.parse(at))} ago`;
}
