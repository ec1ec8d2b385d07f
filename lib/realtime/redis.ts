import { Redis } from '@upstash/redis';

/** Where the Upstash REST server is, and how long one request may take in milliseconds. */
export interface RedisOptions {
  readonly redisUrl: string;
  readonly redisToken: string;
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 3_000;

/**
 * A client of the Upstash REST protocol. No retries: a lost reply would double a write, and every caller
 * has its own way to try again. Replies stay as Redis gives them, so stream entries keep their order.
 */
export function createRedis({ redisUrl, redisToken, timeoutMs = DEFAULT_TIMEOUT_MS }: RedisOptions): Redis {
  return new Redis({
    url: redisUrl,
    token: redisToken,
    retry: { retries: 0 },
    enableAutoPipelining: false,
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    signal: () => AbortSignal.timeout(timeoutMs),
  });
}
