import { describe, expect, it } from 'vitest';
import { readSettings } from '../bootstrap/settings.mjs';
import { wrongSettings } from './check-settings';

function wrong(env: Record<string, string>): string | null {
  const read = readSettings(env, '/srv/watchroom', false);
  if ('problem' in read) throw new Error(read.problem);
  return wrongSettings(read.settings, { NODE_ENV: 'test', ...env });
}

describe('the settings of the web server, asked before anything is started', () => {
  it('need nothing on the built-in parts, and an empty one counts as not set', () => {
    expect(wrong({})).toBeNull();
    expect(wrong({ METRICS_TOKEN: '', SSE_HEARTBEAT_MS: ' ', NEXTAUTH_URL: '' })).toBeNull();
  });

  it.each([
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN is too short; use at least 16 random characters. See .env.example.'],
    [{ CRON_SECRET: 'short' }, 'CRON_SECRET is too short; use at least 16 random characters. See .env.example.'],
    [{ SSE_HEARTBEAT_MS: 'soon' }, 'SSE_HEARTBEAT_MS must be a whole number of at least 100. See .env.example.'],
    [{ INFRA_COLLECT: 'yes' }, 'INFRA_COLLECT must be 0 or 1. See .env.example.'],
  ])('refuse %j in one line that names it', (env, line) => {
    expect(wrong(env)).toBe(line);
  });

  it('names all wrong ones at once, and never a value', () => {
    const line = wrong({ METRICS_TOKEN: 'tiny-secret', SSE_MAX_AGE_MS: '-4' });
    expect(line).toMatch(/METRICS_TOKEN .*; SSE_MAX_AGE_MS /s);
    expect(line).not.toMatch(/tiny-secret|\n/);
  });
});
