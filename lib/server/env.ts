// Also read by the start command, outside of Next: nothing here may need Next or open anything.
import { z } from 'zod';
import { numberSetting, readRealtimeSettings, settingsError, SettingsError, type RealtimeSettings } from '@/lib/realtime/env';
import { parseTrustedProxies, type TrustedProxies } from './http/trusted-proxies';

const schema = z.object({
  DATABASE_URL: z
    .string('is missing')
    .regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  METRICS_TOKEN: z.string().min(16, 'is too short; use at least 16 random characters').optional(),
  INFRA_INTERVAL_MS: numberSetting(2_000, 500),
  INFRA_COLLECT: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  CARDS_WARM: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  DEMO_SIMULATOR: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  CARDS_KEEP: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  CARD_TIMEOUT_MS: numberSetting(12_000, 100),
  TEST_BROADCASTS_PER_MINUTE: numberSetting(10, 1),
  WEBHOOK_TOKEN: z.string().min(16, 'is too short; use at least 16 random characters').optional(),
  PORT: numberSetting(3_000, 1),
  TRUSTED_PROXIES: z.string().default('').transform((text, ctx) => {
    const result = parseTrustedProxies(text);
    if ('proxies' in result) return result.proxies;
    ctx.addIssue({ code: 'custom', message: 'must be a comma list of IP addresses and CIDR blocks, such as 10.0.0.0/8, 192.0.2.7' });
    return z.NEVER;
  }),
  CRON_SECRET: z.string().min(16, 'is too short; use at least 16 random characters').optional(),
});

/** All settings of the Node side. */
export interface ServerSettings extends RealtimeSettings {
  readonly databaseUrl: string;
  readonly cronSecret: string | null;
  /** What a program must bear that reports alerts; null closes that way in. */
  readonly webhookToken: string | null;
  /** How often what is watched is pushed, milliseconds. */
  readonly infraIntervalMs: number;
  /** Whether this instance may be the one that looks at services. */
  readonly collects: boolean;
  /** Whether this instance computes cards when it starts. */
  readonly warmsCards: boolean;
  /** Whether this instance keeps cards current that are to be kept so. */
  readonly keepsCards: boolean;
  /** How long the computation of one card may take, milliseconds. */
  readonly cardTimeoutMs: number;
  /** How many test broadcasts one user may send in a minute. */
  readonly testBroadcastsPerMinute: number;
  /** Where this instance answers, as it reaches itself. */
  readonly ownOrigin: string;
  readonly metricsToken: string | null;
  /** Proxies whose `X-Forwarded-*` is believed; from anybody else it is dropped. */
  readonly trustedProxies: TrustedProxies;
  /** Whether this process lives on and can run loops; on Vercel cron calls do that work. */
  readonly longLived: boolean;
}

let parsed: ServerSettings | undefined;

/** The settings, read once. Throws SettingsError with one line that names every wrong one. */
export function serverSettings(): ServerSettings {
  parsed ??= readServerSettings(process.env);
  return parsed;
}

/** Reads the settings from an environment. Throws SettingsError; values are never quoted. */
export function readServerSettings(given: Record<string, string | undefined>): ServerSettings {
  // A line such as `METRICS_TOKEN=` in a settings file means "not set".
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(env);
  const problems = result.success ? [] : [...settingsError(result.error).problems];
  try {
    const realtime = readRealtimeSettings(env);
    if (result.success) {
      return {
        ...realtime,
        databaseUrl: result.data.DATABASE_URL,
        cronSecret: result.data.CRON_SECRET ?? null,
        webhookToken: result.data.WEBHOOK_TOKEN ?? null,
        infraIntervalMs: result.data.INFRA_INTERVAL_MS,
        collects: result.data.INFRA_COLLECT !== '0',
        warmsCards: result.data.CARDS_WARM !== '0',
        keepsCards: !env.VERCEL && result.data.CARDS_KEEP !== '0',
        cardTimeoutMs: result.data.CARD_TIMEOUT_MS,
        testBroadcastsPerMinute: result.data.TEST_BROADCASTS_PER_MINUTE,
        ownOrigin: ownOriginOf(env, result.data.PORT),
        metricsToken: result.data.METRICS_TOKEN ?? null,
        trustedProxies: result.data.TRUSTED_PROXIES,
        longLived: !env.VERCEL,
      };
    }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(...error.problems);
  }
  throw new SettingsError(problems);
}

function ownOriginOf(env: Record<string, string | undefined>, port: number): string {
  if (env.WATCHROOM_OWN_ORIGIN) return env.WATCHROOM_OWN_ORIGIN;
  return env.VERCEL ? (env.NEXTAUTH_URL ?? `https://${env.VERCEL_URL}`).replace(/\/$/, '') : `http://127.0.0.1:${port}`;
}

/** Where people open this board, when NEXTAUTH_URL says so; null: nothing but a request's own words tell. */
export function publicOrigin(): string | null {
  const url = process.env.NEXTAUTH_URL?.trim();
  return url ? new URL(url).origin : null;
}

/** Whether this is a demonstration: demo accounts exist and may be shown. */
export function isDemo(): boolean {
  return process.env.DEMO === '1';
}

/** Whether a new demonstration opens with calls under way and the simulator running. The start command says so unless told otherwise. */
export function startsSimulating(): boolean {
  return process.env.DEMO_SIMULATOR === '1';
}
