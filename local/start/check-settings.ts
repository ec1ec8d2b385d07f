import { SettingsError } from '@/lib/realtime/env';
import { readServerSettings } from '@/lib/server/env';
import type { StartSettings } from '../bootstrap/settings.mjs';
import { webEnvironment } from './web-environment';

/** Stand for what the start makes by itself later; only what a person has set is judged. */
const MADE_LATER = 'made-later-by-the-start-command';

/**
 * Which settings the web server would refuse, by its own rules, as one line; null when it takes them all.
 * Opens nothing, so that it can be asked before anything is started.
 */
export function wrongSettings(settings: StartSettings, env: NodeJS.ProcessEnv): string | null {
  try {
    readServerSettings(webEnvironment({
      settings,
      secrets: { nextAuthSecret: MADE_LATER, redisToken: MADE_LATER, cronSecret: MADE_LATER },
      databaseUrl: settings.databaseUrl ?? 'postgresql://built-in',
      redis: settings.upstash ?? { url: 'http://127.0.0.1', token: MADE_LATER },
      distDir: settings.distDir,
      env,
    }));
    return null;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return `${error.problems.join('; ')}. See .env.example.`;
  }
}
