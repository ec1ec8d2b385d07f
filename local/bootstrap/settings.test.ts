import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.mjs';

const read = (env: Record<string, string>, dev = false) => readSettings(env, '/srv/watchroom', dev);
const settingsOf = (env: Record<string, string>) => {
  const result = read(env);
  if ('problem' in result) throw new Error(result.problem);
  return result.settings;
};
const problemOf = (env: Record<string, string>) => {
  const result = read(env);
  return 'problem' in result ? result.problem : 'none';
};
const own = { DATABASE_URL: 'postgresql://u:top-secret@db/board', NEXTAUTH_SECRET: 'x'.repeat(32) };

describe('the settings of the start command', () => {
  it('need nothing: everything embedded, port 3000, demo users', () => {
    expect(settingsOf({})).toMatchObject({
      port: 3000, host: '127.0.0.1', dataDir: '/srv/watchroom/.watchroom', distDir: '.next', demo: true, databaseUrl: undefined, upstash: undefined,
    });
  });

  it('take an empty variable as one that is not set', () => {
    expect(settingsOf({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('read a relative data folder from the project', () => {
    expect(settingsOf({ WATCHROOM_DATA: '.watchroom-2' }).dataDir).toBe('/srv/watchroom/.watchroom-2');
  });

  it('have no demo users on a database of one\'s own, unless asked for', () => {
    expect(settingsOf(own).demo).toBe(false);
    expect(settingsOf({ ...own, DEMO: '1' }).demo).toBe(true);
    expect(settingsOf({ DEMO: '0' }).demo).toBe(false);
  });

  it('listen on this machine alone with demo users, unless HOST says otherwise', () => {
    expect(settingsOf({ DEMO: '1' }).host).toBe('127.0.0.1');
    expect(settingsOf({ ...own, DEMO: '1' }).host).toBe('127.0.0.1');
    expect(settingsOf({ DEMO: '0' }).host).toBe('0.0.0.0');
    expect(settingsOf({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });

  it.each([
    [{ PORT: 'http' }, /PORT is "http"/],
    [{ PORT: '0' }, /PORT/],
    [{ PORT: '70000' }, /from 1 to 65535/],
    [{ DEMO: 'yes' }, /DEMO to 1/],
    [{ WATCHROOM_DIST_DIR: '../elsewhere' }, /begins with \.next/],
    [{ DATABASE_URL: 'mysql://u:top-secret@db/board' }, /no PostgreSQL address/],
    [{ UPSTASH_REDIS_REST_URL: 'redis.example.org' }, /no web address/],
    [{ UPSTASH_REDIS_REST_URL: 'https://redis.example.org' }, /UPSTASH_REDIS_REST_TOKEN is not/],
    [{ REDIS_URL: 'localhost:6379' }, /REDIS_URL/],
    [{ NEXTAUTH_URL: 'board' }, /NEXTAUTH_URL/],
    [{ ...own, MIGRATION_DATABASE_URL: 'mysql://u:top-secret@db/board' }, /MIGRATION_DATABASE_URL is no PostgreSQL address/],
    [{ MIGRATION_DATABASE_URL: own.DATABASE_URL }, /is set but DATABASE_URL is not/],
    [{ DATABASE_URL: own.DATABASE_URL }, /NEXTAUTH_SECRET is not set/],
    [{ NEXTAUTH_SECRET: 'short' }, /too short/],
  ])('refuse %j with one sentence that says what to set', (env, sentence) => {
    expect(problemOf(env)).toMatch(sentence);
    expect(problemOf(env)).not.toContain('top-secret');
  });

  it('let development on a database of one\'s own go without a secret', () => {
    expect(read({ DATABASE_URL: own.DATABASE_URL }, true)).toHaveProperty('settings');
  });
});
