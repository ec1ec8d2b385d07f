import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clockCheck } from './clock-check';
import { fileCheck, modeCheck, nodeCheck, wholeCheck } from './runtime-checks';
import { exampleValues, settingChecks } from './setting-checks';

const LONG = 'Zq8-long-and-varied-secret-0123456789';
const good = { DATABASE_URL: 'postgresql://a:b@db/x', UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1', UPSTASH_REDIS_REST_TOKEN: `${LONG}a`, NEXTAUTH_SECRET: `${LONG}b` };
const judged = (env: Record<string, string>, name: string, example = new Map<string, string>()) => settingChecks(env, example).find(({ label }) => label === name);

test('settings that are there and long enough are well, and no value is shown', () => {
  const checks = settingChecks({ ...good, CRON_SECRET: `${LONG}c`, METRICS_TOKEN: `${LONG}d`, WEBHOOK_TOKEN: `${LONG}e` }, new Map());
  expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(JSON.stringify(checks)).not.toMatch(/Zq8|postgresql|127/);
});

test('what is needed and missing has failed; what may be missing is told', () => {
  expect(judged({}, 'DATABASE_URL')).toMatchObject({ state: 'failed', words: expect.stringMatching(/^It is missing/) });
  expect(judged({ DATABASE_URL: ' ' }, 'DATABASE_URL')).toMatchObject({ state: 'failed' });
  expect(judged(good, 'METRICS_TOKEN')).toMatchObject({ state: 'ok', words: expect.stringMatching(/^Not set/) });
  expect(judged(good, 'CRON_SECRET')).toMatchObject({ state: 'ok' });
  expect(judged({ ...good, VERCEL: '1' }, 'CRON_SECRET')).toMatchObject({ state: 'failed', words: expect.stringMatching(/on Vercel/) });
});

test('secrets that might be guessed are warned of', () => {
  expect(judged({ NEXTAUTH_SECRET: LONG.slice(0, 31) }, 'NEXTAUTH_SECRET')).toMatchObject({ state: 'warning', words: expect.stringMatching(/fewer than 32/) });
  expect(judged({ NEXTAUTH_SECRET: 'abab'.repeat(10) }, 'NEXTAUTH_SECRET')).toMatchObject({ state: 'warning', words: expect.stringMatching(/repeats/) });
  expect(judged({ CRON_SECRET: LONG, METRICS_TOKEN: LONG }, 'CRON_SECRET')).toMatchObject({ state: 'warning', words: expect.stringMatching(/same as METRICS_TOKEN/) });
  expect(judged({ ...good, DEMO: '1' }, 'DEMO')).toMatchObject({ state: 'warning' });
});

test('a value that everybody can read in .env.example has failed', () => {
  const example = exampleValues(readFileSync('.env.example', 'utf8'));
  expect(example.get('PORT')).toBe('3000');
  expect(example.has('NEXTAUTH_SECRET')).toBe(false);
  const env = { ...good, DATABASE_URL: example.get('DATABASE_URL') ?? '', NEXTAUTH_URL: example.get('NEXTAUTH_URL') ?? '', CRON_SECRET: LONG };
  expect(env.DATABASE_URL).toMatch(/^postgresql:/);
  expect(judged(env, 'DATABASE_URL', example)).toMatchObject({ state: 'failed', words: expect.stringMatching(/everybody can read/) });
  expect(judged(env, 'NEXTAUTH_URL', example)).toMatchObject({ state: 'ok' });
  expect(judged(env, 'CRON_SECRET', new Map([['CRON_SECRET', LONG]]))).toMatchObject({ state: 'failed', words: expect.stringMatching(/openssl/) });
});

test('wrong settings are named without their values', () => {
  expect(wholeCheck(good)).toMatchObject({ state: 'ok' });
  const check = wholeCheck({ ...good, DATABASE_URL: 'mysql://bob:s3cret@db', METRICS_TOKEN: 's3cret', PORT: 's3cret' });
  expect(check).toMatchObject({ state: 'failed', words: expect.stringMatching(/DATABASE_URL/) });
  expect(check.words).not.toMatch(/s3cret|bob/);
  expect(check.words.length).toBeLessThanOrEqual(240);
});

test.each([
  ['20.19.0', '>=20.19.0', 'ok'],
  ['24.0.0', '>=20.19.0', 'ok'],
  ['20.18.9', '>=20.19.0', 'failed'],
  ['20.19.0-nightly', '>=20.19', 'ok'],
  ['20.19.0', '^20 || ^22', 'unknown'],
])('Node %s where %s is asked for: %s', (version, wanted, state) => {
  expect(nodeCheck(version, JSON.stringify({ engines: { node: wanted } }))).toMatchObject({ state });
});

test('mode, file and a package.json that is not there', () => {
  expect(modeCheck('production').state).toBe('ok');
  expect(modeCheck('development').state).toBe('warning');
  expect(fileCheck(null, 5).state).toBe('ok');
  expect(fileCheck(4, 5).state).toBe('ok');
  expect(fileCheck(6, 5)).toMatchObject({ state: 'warning', words: expect.stringMatching(/Start Watchroom again/) });
  expect(nodeCheck('20.19.0', null).state).toBe('unknown');
});

test.each([
  [0, 'ok', 'It agrees with this server’s clock to 40 ms.'],
  [999.4, 'ok', 'It agrees with this server’s clock to 1039 ms.'],
  [-5_000, 'warning', 'It is 5.0 s behind'],
  [3_600_000, 'failed', 'It is 60 min ahead of'],
])('a clock that is off by %d ms is %s', (offset, state, words) => {
  const at = Date.parse('2026-11-20T12:00:00Z');
  const reading = { askedAt: at, saysMs: offset > 0 ? at + 40 + offset : at + offset, answeredAt: at + 40 };
  expect(clockCheck('Clock', reading)).toMatchObject({ state, words: expect.stringContaining(words) });
});
