import type { StartSettings } from '../bootstrap/settings.mjs';
import type { Secrets } from './secrets';

/** What {@link webEnvironment} takes. */
export interface WebEnvironmentInput {
  settings: StartSettings;
  secrets: Secrets;
  databaseUrl: string;
  redis: { url: string; token: string };
  distDir: string;
  /** The caller's environment. */
  env: NodeJS.ProcessEnv;
}

/** The environment of the web server: the caller's, completed by what the start command decided. */
export function webEnvironment({ settings, secrets, databaseUrl, redis, distDir, env }: WebEnvironmentInput): NodeJS.ProcessEnv {
  // An empty variable means "not set" to us, but is a wrong value to others.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  return {
    ...set,
    NODE_ENV: settings.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    WATCHROOM_DIST_DIR: distDir,
    WATCHROOM_DATA: settings.dataDir,
    PORT: String(settings.port),
    DATABASE_URL: databaseUrl,
    // The owner's account is none of its business; empty, because .env would bring back what is not set.
    MIGRATION_DATABASE_URL: '',
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    NEXTAUTH_SECRET: settings.nextAuthSecret ?? secrets.nextAuthSecret,
    CRON_SECRET: settings.cronSecret ?? secrets.cronSecret,
    DEMO: settings.demo ? '1' : '0',
    DEMO_SIMULATOR: settings.demo ? (set['DEMO_SIMULATOR'] ?? '1') : '0',
    ...addressOf(settings.nextAuthUrl),
  };
}

/**
 * A dispatch room opens the board by whatever name the machine has. next-auth follows the Host header only when
 * NEXTAUTH_URL is not set, so there is no default for it; who sets one wants every link to lead there.
 */
function addressOf(nextAuthUrl: string | undefined): { NEXTAUTH_URL: string } | { AUTH_TRUST_HOST: string } {
  return nextAuthUrl ? { NEXTAUTH_URL: nextAuthUrl } : { AUTH_TRUST_HOST: '1' };
}
