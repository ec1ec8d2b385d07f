import { z } from 'zod';
import { cardValueSchema } from './card-value';
import { instant } from './instant';

export const CARD_TABS = ['operations', 'platform', 'audit'] as const;
export const cardTabSchema = z.enum(CARD_TABS);
export type CardTab = z.infer<typeof cardTabSchema>;

export const cardKeySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(64);

/** How somebody wants a card kept: computed anew by itself, when asked for, or not shown. */
export const CARD_MODES = ['auto', 'manual', 'hidden'] as const;
export const cardModeSchema = z.enum(CARD_MODES);
export type CardMode = z.infer<typeof cardModeSchema>;

/** Orders everything that happens to cards: each computation and each change of the ground takes the next number. */
const fenceSchema = z.int().min(0);

/** The last good outcome. The ground it stands on is at least as new as its fence. */
export const cardResultSchema = z.object({ fence: fenceSchema, value: cardValueSchema, computedAt: instant, durationMs: z.number() });
export type CardResult = z.infer<typeof cardResultSchema>;

/**
 * Why a result with an older fence should not be trusted any more: the newest reason. `bustFence`: somebody asked for a new
 * result then; null where what it stands on has only changed.
 */
export const cardStaleSchema = z.object({ fence: fenceSchema, reason: z.string().max(300), at: instant, bustFence: fenceSchema.nullable() });
export type CardStale = z.infer<typeof cardStaleSchema>;

/** The last attempt failed. `message` can be shown to a person as it is. */
export const cardErrorSchema = z.object({ fence: fenceSchema, message: z.string().max(500), at: instant });
export type CardError = z.infer<typeof cardErrorSchema>;

export const cardComputingSchema = z.object({ fence: fenceSchema, since: instant });
export type CardComputing = z.infer<typeof cardComputingSchema>;

/** Where a card stands, the same for everybody who may see it. */
export const cardStateSchema = z.object({
  key: cardKeySchema,
  result: cardResultSchema.nullable(),
  stale: cardStaleSchema.nullable(),
  error: cardErrorSchema.nullable(),
  computing: cardComputingSchema.nullable(),
});
export type CardState = z.infer<typeof cardStateSchema>;

/**
 * What a card is. `ttlMs`: how long a result may be shown as current though nothing it watches changed. `keptMs`: the server
 * computes it anew by itself when it is outdated, at most so often; null where it does not.
 */
export const cardInfoSchema = z.object({
  key: cardKeySchema,
  tab: cardTabSchema,
  title: z.string(),
  about: z.string(),
  view: z.enum(['figures', 'bars', 'lines', 'table', 'checks']),
  wide: z.boolean(),
  ttlMs: z.int(),
  keptMs: z.int().nullable().default(null),
  /** In words: what makes it outdated. */
  watches: z.array(z.string()),
});
export type CardInfo = z.infer<typeof cardInfoSchema>;

/** A card as one user has it. */
export const cardSchema = z.object({ info: cardInfoSchema, state: cardStateSchema, mode: cardModeSchema });
export type Card = z.infer<typeof cardSchema>;

/** `GET /api/cards`: all cards that the user may see, in order, as they stand; asks for no computation. */
export const cardListSchema = z.object({ items: z.array(cardSchema), cursor: z.string().nullable() });
export type CardList = z.infer<typeof cardListSchema>;

/** `GET /api/cards/:key`: computed first where there is no result that may be shown as current. `how`: whether it had to be. */
export const cardAnswerSchema = z.object({ card: cardSchema, how: z.enum(['hit', 'miss', 'shared']), cursor: z.string().nullable() });
export type CardAnswer = z.infer<typeof cardAnswerSchema>;

export const CARD_SCOPES = [...CARD_TABS, 'all'] as const;
export const cardScopeSchema = z.enum(CARD_SCOPES);
export type CardScope = z.infer<typeof cardScopeSchema>;

/** Body of `POST /api/cards/bust`: one card, or all of a scope. `recompute`: whether new results are made at once; yes unless told. */
export const bustSchema = z.union([
  z.strictObject({ card: z.string().min(1).max(64), recompute: z.boolean().default(true) }),
  z.strictObject({ scope: cardScopeSchema, recompute: z.boolean().default(true) }),
]);

/** Its answer (202): the cards that were thrown away; new results come as events. */
export const bustAnswerSchema = z.object({ busted: z.array(cardKeySchema) });

/** Body and answer of `PATCH /api/cards/:key`: how the user wants it kept. */
export const cardPreferenceSchema = z.strictObject({ mode: cardModeSchema });

/** What the events about cards carry. */
export const CARD_EVENT_DATA = {
  hit: z.object({ key: cardKeySchema, computedAt: instant }),
  miss: z.object({ key: cardKeySchema, computing: cardComputingSchema, why: z.enum(['cold', 'expired', 'busted']) }),
  done: z.object({ key: cardKeySchema, result: cardResultSchema, stale: cardStaleSchema.nullable() }),
  error: z.object({ key: cardKeySchema, error: cardErrorSchema }),
  bust: z.object({ keys: z.array(cardKeySchema), scope: cardScopeSchema.nullable(), stale: cardStaleSchema }),
  stale: z.object({ key: cardKeySchema, stale: cardStaleSchema }),
  warming: z.object({ keys: z.array(cardKeySchema), instanceId: z.string() }),
  warm: z.object({ keys: z.array(cardKeySchema), instanceId: z.string(), tookMs: z.number(), failed: z.array(cardKeySchema) }),
} as const;
