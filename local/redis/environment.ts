import { z } from 'zod';
import { ownValue } from '@/lib/core/own-value';

/** What the process needs to know, parsed. */
export interface RedisServerEnvironment {
  readonly port: number;
  readonly token: string;
  /** The real Redis to use; without it everything is kept in memory. */
  readonly redisUrl?: URL;
}

/** A variable is missing or wrong. The message is one sentence for the person who starts the server, without values. */
class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const schema = z.object({
  WATCHROOM_REDIS_PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65_535),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  REDIS_URL: z
    .string()
    .optional()
    .refine((text) => !text || (/^rediss?:\/\/[^/]/.test(text) && URL.canParse(text)))
    .transform((text) => (text ? new URL(text) : undefined)),
});

const EXPECTED: Readonly<Record<string, string>> = {
  WATCHROOM_REDIS_PORT: 'must be a port number',
  UPSTASH_REDIS_REST_TOKEN: 'must be set',
  REDIS_URL: 'must look like redis://user:password@host:6379/0',
};

/** Reads the variables. Throws EnvironmentError. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): RedisServerEnvironment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    throw new EnvironmentError([...names].map((name) => `${name} ${ownValue(EXPECTED, name) ?? 'is wrong'}`).join('; '));
  }
  const { WATCHROOM_REDIS_PORT: port, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: redisUrl } = parsed.data;
  return redisUrl ? { port, token, redisUrl } : { port, token };
}
