import 'server-only';
import type { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import type { Cursor } from '@/lib/protocol/cursor';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { serverRedis } from '../relay/log';
import { computeLease } from './compute-lease';
import { createComputeOnce, type ComputeOnce } from './compute-once';
import { dedupCounts } from './counters';

/** Answers are given again to others for so long, if nothing happened on the board meanwhile. */
const WINDOW_MS = 5_000;
/** Reading is quick: nobody should wait for long because the one who read was killed. */
const LEASE_MS = 1_000;

// Kept on the global object: the routes of a process may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomSharedReads?: ComputeOnce };

/** A read that is the same for everybody who asks at the same place of the event log. */
export interface SharedRead<T> {
  /** What is read, with everything it depends on besides the board's state. */
  readonly name: string;
  /** Where the log ended before anything was read; null while that is not known, then nobody shares. */
  readonly cursor: Cursor | null;
  readonly schema: z.ZodType<T>;
  read(): Promise<T>;
}

/**
 * Reads once for all identical requests, in this process and over instances. Requests are identical when they ask for
 * the same at the same place of the log: whatever changed since has moved that place, so nobody is given less than he
 * could have read himself, and whoever listens from `cursor` misses nothing.
 */
export async function sharedRead<T>({ name, cursor, schema, read }: SharedRead<T>): Promise<T> {
  if (cursor === null) return read();
  const counts = dedupCounts().reads;
  kept.watchroomSharedReads ??= createComputeOnce(counts);
  const place = `${name}:${cursor}`;
  const key = REDIS_KEYS.computed + place;
  const look = async () => schema.safeParse(parseJson((await serverRedis().get<string>(key)) ?? 'null')).data;
  const { value } = await kept.watchroomSharedReads(place, async () => ({
    lease: computeLease(serverRedis(), place, crypto.randomUUID(), LEASE_MS),
    look,
    work: async () => {
      const value = await read();
      await serverRedis().set(key, JSON.stringify(value), { px: WINDOW_MS }).catch(() => undefined);
      return value;
    },
  }));
  return value;
}
