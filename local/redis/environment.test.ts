import { expect, test } from 'vitest';
import { readEnvironment } from './environment';

const variables = { WATCHROOM_REDIS_PORT: '8079', UPSTASH_REDIS_REST_TOKEN: 'secret' };

test('without REDIS_URL, or with an empty one, there is no real Redis', () => {
  expect(readEnvironment(variables)).toEqual({ port: 8079, token: 'secret' });
  expect(readEnvironment({ ...variables, REDIS_URL: '' })).toEqual({ port: 8079, token: 'secret' });
});

test('REDIS_URL may ask for a password, a database and TLS', () => {
  const { redisUrl } = readEnvironment({ ...variables, REDIS_URL: 'rediss://user:pass@redis.example:6380/2' });
  expect(redisUrl?.host).toBe('redis.example:6380');
});

test.each([
  [{ WATCHROOM_REDIS_PORT: '' }, 'WATCHROOM_REDIS_PORT must be a port number'],
  [{ WATCHROOM_REDIS_PORT: '70000' }, 'WATCHROOM_REDIS_PORT must be a port number'],
  [{ UPSTASH_REDIS_REST_TOKEN: undefined }, 'UPSTASH_REDIS_REST_TOKEN must be set'],
  [{ REDIS_URL: 'http://host' }, 'REDIS_URL must look like redis://user:password@host:6379/0'],
  [{ REDIS_URL: 'redis:hunter2' }, 'REDIS_URL must look like redis://user:password@host:6379/0'],
  [{ REDIS_URL: 'redis://host:port' }, 'REDIS_URL must look like redis://user:password@host:6379/0'],
])('%o stops the start with one sentence', (change, sentence) => {
  expect(() => readEnvironment({ ...variables, ...change })).toThrow(new RegExp(`^${sentence.replace(/[/]/g, '\\/')}$`));
});
