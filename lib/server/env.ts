import 'server-only';
import { z } from 'zod';
import { readRealtimeSettings, settingsError, SettingsError, type RealtimeSettings } from '@/lib/realtime/env';

const schema = z.object({
  DATABASE_URL: z
    .string('is missing')
    .regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  METRICS_TOKEN: z.string().min(16, 'is too short; use at least 16 random characters').optional(),
  CRON_SECRET: z.string().min(16, 'is too short; use at least 16 random characters').optional(),
});

/** All settings of the Node side. */
export interface ServerSettings extends RealtimeSettings {
  readonly databaseUrl: string;
  readonly cronSecret: string | null;
  readonly metricsToken: string | null;
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
export function readServerSettings(env: Record<string, string | undefined>): ServerSettings {
  const result = schema.safeParse(env);
  const problems: string[] = result.success ? [] : [settingsError(result.error).message];
  try {
    const realtime = readRealtimeSettings(env);
    if (result.success) {
      return {
        ...realtime,
        databaseUrl: result.data.DATABASE_URL,
        cronSecret: result.data.CRON_SECRET ?? null,
        metricsToken: result.data.METRICS_TOKEN ?? null,
        longLived: !env.VERCEL,
      };
    }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(error.message);
  }
  throw new SettingsError(problems.join(' '));
}

/** Whether this is a demonstration: demo accounts exist and may be shown. */
export function isDemo(): boolean {
  return process.env.DEMO === '1';
}
