import 'server-only';
import type { CardValueOf, CardView } from '@/lib/protocol/card-value';
import type { CardTab } from '@/lib/protocol/cards';
import type { EventType } from '@/lib/protocol/events';
import type { Permission } from '@/lib/protocol/permissions';

/** Changes that no event tells of, reported to cards by whoever makes them. */
export type QuietChange = 'sign-ins';

/** What a card stands on: a type of event, a change that no event tells of, or a file of the installation. */
export type Watched = EventType | QuietChange | `file:${string}`;

/** What a computation gets: the moment that it speaks of, and a signal that aborts when it took too long. */
export interface ComputeInput {
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** What is computed, without the name of its view, which the definition bears. */
export type ValueOf<V extends CardView> = Omit<CardValueOf<V>, 'view'>;

/** A figure that costs something to compute, all in one file. Listed in registry.ts. */
export interface CardDefinition<V extends CardView = CardView> {
  readonly key: string;
  readonly tab: CardTab;
  readonly title: string;
  /** One sentence: what is counted, over which time. */
  readonly about: string;
  /** How it is drawn, and so which shape its value has; see lib/protocol/card-value.ts. */
  readonly view: V;
  /** Takes the room of two. */
  readonly wide?: boolean;
  /** How long a result counts as current though nothing watched changed. */
  readonly ttlMs: number;
  /** Computed anew by itself when it is outdated, once for all screens, at most so often. Left out: when somebody asks. */
  readonly keptMs?: number;
  /** Who may see it. */
  readonly permission: Permission;
  readonly watches: readonly Watched[];
  /** Makes the value. What it throws is told on the card; a CardTrouble in its own words. */
  compute(input: ComputeInput): Promise<ValueOf<V>>;
}

/** A card of any view, as the registry and the engine hold it. */
export interface AnyCard extends Omit<CardDefinition, 'view' | 'compute'> {
  readonly view: CardView;
  compute(input: ComputeInput): Promise<object>;
}

/** Checks a definition against its view. */
export function defineCard<V extends CardView>(card: CardDefinition<V>): AnyCard {
  return card;
}

/** A computation that cannot be done, with a sentence for a person that says why and what to do. */
export class CardTrouble extends Error {
  override readonly name = 'CardTrouble';
}
