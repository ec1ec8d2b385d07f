import 'server-only';
import type { OutgoingEvent } from '@/lib/realtime/event-log';
import type { AnyCard, QuietChange, Watched } from './define';
import { reasonOf } from './reason-of';

/** The cards that stand on `watched`, each with the reason. */
export function cardsOn(cards: readonly AnyCard[], watched: Watched, reason: string): Map<string, string> {
  return new Map(keysOn(cards, watched).map((key) => [key, reason]));
}

/** The cards that a batch of events makes outdated, each with the reason of its last. */
export function staleByEvents(cards: readonly AnyCard[], events: readonly OutgoingEvent[]): Map<string, string> {
  const changes = new Map<string, string>();
  for (const event of events) {
    const keys = keysOn(cards, event.type);
    // Most of what is relayed is watched by nobody; its words need not be found.
    if (keys.length === 0) continue;
    const reason = reasonOf(event);
    for (const key of keys) changes.set(key, reason);
  }
  return changes;
}

const QUIET_WORDS: Record<QuietChange, string> = { 'sign-ins': 'somebody signed in or tried to' };

/** The cards that a change makes outdated of which no event tells. */
export function staleByChange(cards: readonly AnyCard[], change: QuietChange): Map<string, string> {
  return cardsOn(cards, change, QUIET_WORDS[change]);
}

function keysOn(cards: readonly AnyCard[], watched: Watched): string[] {
  return cards.filter((card) => card.watches.includes(watched)).map(({ key }) => key);
}
