import 'server-only';
import type { Redis } from '@upstash/redis';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { mergeStale, settle } from '@/lib/protocol/card-state';
import { cardComputingSchema, cardErrorSchema, cardResultSchema, cardStaleSchema, type CardError, type CardResult, type CardStale, type CardState } from '@/lib/protocol/cards';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { addFenced, putFenced, readFenced, runFenced } from '../cache/fenced';

/** Nobody waits longer than this to hear again that a card is outdated. */
const TOLD_MS = 24 * 3_600_000;

/** Kept apart, so that a change does not cover that somebody asked for a new result. */
const MARKS = [REDIS_KEYS.cardMark, REDIS_KEYS.cardBust] as const;

const holderSchema = z.object({ computing: cardComputingSchema });

/** What all instances know of cards. Every method throws when Redis cannot be asked. */
export interface CardStore {
  states(keys: readonly string[]): Promise<CardState[]>;
  /** False when a later computation was quicker: that result stands. */
  putResult(key: string, result: CardResult): Promise<boolean>;
  putError(key: string, error: CardError): Promise<boolean>;
  /** Marks cards by key. Gives the keys of which nobody has been told since they were computed. */
  mark(marks: ReadonlyMap<string, CardStale>): Promise<string[]>;
  /** From now on a mark is told again. Gives the mark that the card has now. */
  forgetTold(key: string): Promise<CardStale | null>;
}

/** The store in Redis; whether a result is outdated follows from its fence and the mark's, whoever wrote first. */
export function createCardStore(redis: Redis): CardStore {
  return {
    async states(keys) {
      const streams = keys.flatMap((key) => [REDIS_KEYS.cardResult, REDIS_KEYS.cardError, ...MARKS].map((kind) => kind + key));
      const [entries, holders] = await Promise.all([readFenced(redis, streams), readHolders(redis, keys)]);
      return keys.map((key, index) =>
        settle({
          key,
          // What an older build left, in a shape that this one does not know, counts as never computed.
          result: cardResultSchema.safeParse(entries[index * 4]).data ?? null,
          error: cardErrorSchema.safeParse(entries[index * 4 + 1]).data ?? null,
          stale: staleOf(entries.slice(index * 4 + 2, index * 4 + 4)),
          computing: holderSchema.safeParse(holders[index]).data?.computing ?? null,
        }),
      );
    },
    putResult(key, result) {
      return putFenced(redis, { key: REDIS_KEYS.cardResult + key, fence: result.fence, value: result });
    },
    putError(key, error) {
      return putFenced(redis, { key: REDIS_KEYS.cardError + key, fence: error.fence, value: error });
    },
    async mark(marks) {
      if (marks.size === 0) return [];
      const pipeline = redis.pipeline();
      for (const [key, stale] of marks) addFenced(pipeline, { key: (stale.bustFence === null ? REDIS_KEYS.cardMark : REDIS_KEYS.cardBust) + key, fence: stale.fence, value: stale });
      for (const [key, { fence }] of marks) pipeline.set(REDIS_KEYS.cardTold + key, fence, { nx: true, px: TOLD_MS });
      const { others } = await runFenced(pipeline, marks.size);
      return [...marks.keys()].filter((_, index) => others[index] === 'OK');
    },
    // The order matters: whoever marks writes the mark before it asks whether it was told. So either the mark is seen
    // here, or it is told there.
    async forgetTold(key) {
      await redis.del(REDIS_KEYS.cardTold + key);
      return staleOf(await readFenced(redis, MARKS.map((kind) => kind + key)));
    },
  };
}

function staleOf(marks: readonly unknown[]): CardStale | null {
  return marks.map((mark) => cardStaleSchema.safeParse(mark).data ?? null).reduce(mergeStale, null);
}

async function readHolders(redis: Redis, keys: readonly string[]): Promise<unknown[]> {
  if (keys.length === 0) return [];
  const replies: unknown[] = await redis.mget(...keys.map((key) => REDIS_KEYS.computing + leaseName(key)));
  return replies.map((reply) => (typeof reply === 'string' ? parseJson(reply) : null));
}

/** What the lease of a card's computation is called. */
export function leaseName(key: string): string {
  return `card:${key}`;
}
