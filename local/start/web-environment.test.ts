import { describe, expect, it } from 'vitest';
import { readSettings } from '../bootstrap/settings.mjs';
import { webEnvironment } from './web-environment';

const secrets = { nextAuthSecret: 'kept-session-secret', redisToken: 'kept-redis-token', cronSecret: 'kept-cron-secret' };

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const read = readSettings(env, '/srv/watchroom', false);
  if ('problem' in read) throw new Error(read.problem);
  return webEnvironment({
    settings: read.settings, secrets, databaseUrl: 'postgresql://db', redis: { url: 'http://redis', token: 'token' }, distDir: '.next',
    env: { NODE_ENV: 'test', ...env },
  });
}

describe('the environment of the web server', () => {
  it('takes the kept secrets where none were given', () => {
    expect(environment({ CRON_SECRET: 'given-cron-secret' })).toMatchObject({ NEXTAUTH_SECRET: 'kept-session-secret', CRON_SECRET: 'given-cron-secret' });
  });

  it('lets people sign in by any name of the machine, unless an address was set', () => {
    expect(environment({})).toMatchObject({ AUTH_TRUST_HOST: '1' });
    expect(environment({ NEXTAUTH_URL: '' })).not.toHaveProperty('NEXTAUTH_URL');
    const own = environment({ NEXTAUTH_URL: 'https://board.example.org' });
    expect(own.NEXTAUTH_URL).toBe('https://board.example.org');
    expect(own).not.toHaveProperty('AUTH_TRUST_HOST');
  });

  it('keeps the account that owns the tables from the web server, even where .env names it', () => {
    const owner = 'postgresql://owner:top-secret@db/board';
    const env = environment({ DATABASE_URL: 'postgresql://board:plain@db/board', MIGRATION_DATABASE_URL: owner, NEXTAUTH_SECRET: 'x'.repeat(32) });
    expect(env.MIGRATION_DATABASE_URL).toBe('');
    expect(JSON.stringify(env)).not.toContain('top-secret');
  });

  it('passes other settings on, but no empty ones', () => {
    const env = environment({ SSE_HEARTBEAT_MS: '4000', METRICS_TOKEN: '' });
    expect(env.SSE_HEARTBEAT_MS).toBe('4000');
    expect(env).not.toHaveProperty('METRICS_TOKEN');
  });
});
