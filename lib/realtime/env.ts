import { z } from 'zod';
import { HEARTBEAT_MS } from '@/lib/protocol/constants';

/** A setting is missing or wrong. `message` is one line for the person who starts Watchroom. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  /** `problems`: for each wrong setting its name and what is wrong with it. */
  constructor(readonly problems: readonly string[]) {
    super(`Watchroom cannot start: ${problems.join('; ')}. See .env.example.`);
  }
}

const HOUR_MS = 3_600_000;
const VERCEL_MAX_AGE_MS = 290_000;

/** A whole number of at least `min`; an empty setting counts as not given. */
export function numberSetting(fallback: number, min: number) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : Number(value)),
    z.int(`must be a whole number of at least ${min}`).min(min, `must be a whole number of at least ${min}`),
  );
}

const schema = z.object({
  UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s) address of an Upstash Redis REST server' }),
  UPSTASH_REDIS_REST_TOKEN: z.string('is missing').min(1, 'is missing'),
  NEXTAUTH_SECRET: z.string('is missing; set it to at least 32 random characters').min(16, 'is too short; use at least 32 random characters'),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s) address that people open' }).optional(),
  SESSION_MAX_AGE_HOURS: numberSetting(12, 1),
  SSE_HEARTBEAT_MS: numberSetting(HEARTBEAT_MS, 100),
  SSE_MAX_AGE_MS: numberSetting(process.env.VERCEL ? VERCEL_MAX_AGE_MS : HOUR_MS, 1_000),
  SSE_MAX_PER_USER: numberSetting(3, 1),
  SSE_LOG_LENGTH: numberSetting(10_000, 100),
});

/** Settings that the stream needs. Times in milliseconds. */
export interface RealtimeSettings {
  readonly redisUrl: string;
  readonly redisToken: string;
  readonly authSecret: string;
  /** Whether the session cookie is the `__Secure-` one. */
  readonly secureCookie: boolean;
  /** How long a sign-in holds at the most, whatever is done with it. */
  readonly sessionMaxAgeMs: number;
  readonly heartbeatMs: number;
  readonly maxAgeMs: number;
  /** How many streams one user may have, over all instances. */
  readonly maxPerUser: number;
  readonly logLength: number;
  /** On Vercel's edge a connection must not be shared between requests. */
  readonly isolatedRequests: boolean;
}

let parsed: RealtimeSettings | undefined;

/** The settings, read once. Throws SettingsError naming each one that is missing or wrong. */
export function realtimeSettings(): RealtimeSettings {
  parsed ??= readRealtimeSettings(process.env);
  return parsed;
}

/** Reads the settings from an environment. Throws SettingsError. Values are never quoted: they may be secrets. */
export function readRealtimeSettings(env: Record<string, string | undefined>): RealtimeSettings {
  const result = schema.safeParse(env);
  if (!result.success) throw settingsError(result.error);
  const settings = result.data;
  return {
    redisUrl: settings.UPSTASH_REDIS_REST_URL.replace(/\/$/, ''),
    redisToken: settings.UPSTASH_REDIS_REST_TOKEN,
    authSecret: settings.NEXTAUTH_SECRET,
    secureCookie: settings.NEXTAUTH_URL?.startsWith('https://') ?? Boolean(env.VERCEL),
    sessionMaxAgeMs: settings.SESSION_MAX_AGE_HOURS * HOUR_MS,
    heartbeatMs: settings.SSE_HEARTBEAT_MS,
    maxAgeMs: settings.SSE_MAX_AGE_MS,
    maxPerUser: settings.SSE_MAX_PER_USER,
    logLength: settings.SSE_LOG_LENGTH,
    isolatedRequests: Boolean(env.VERCEL),
  };
}

/** What a schema found wrong with the environment, each setting once. */
export function settingsError(error: z.ZodError): SettingsError {
  const byName = new Map(error.issues.map((issue) => [issue.path.join('.'), `${issue.path.join('.')} ${issue.message}`]));
  return new SettingsError([...byName.values()]);
}
