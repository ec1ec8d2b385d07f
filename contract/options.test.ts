import { describe, expect, it } from 'vitest';
import { readOptions } from './options';

const NOW = new Date('2026-01-31T12:00:00.000Z');
const read = (args: string, env: Record<string, string> = {}) => readOptions(args.split(' ').filter(Boolean), env, NOW);

describe('the command line of the contract check', () => {
  it('needs no more than an address', () => {
    expect(read('http://127.0.0.1:3000/')).toEqual({
      baseUrl: 'http://127.0.0.1:3000',
      account: { email: 'admin@example.org', password: 'watchroom-demo', isDemo: true },
      seconds: 30,
      outDir: 'contract-evidence/2026-01-31T12-00-00-000Z',
    });
  });

  it('takes the account from the environment, and from options before that', () => {
    const env = { WATCHROOM_EMAIL: 'a@example.org', WATCHROOM_PASSWORD: 'one' };
    expect(read('https://w.example/board', env)).toMatchObject({ baseUrl: 'https://w.example/board', account: { email: 'a@example.org', password: 'one', isDemo: false } });
    expect(read('https://w.example --email b@example.org --password two --seconds 60 --out x', env)).toMatchObject({ account: { email: 'b@example.org', password: 'two' }, seconds: 60, outDir: 'x' });
  });

  it.each([
    ['', {}, /which instance/],
    ['http://a http://b', {}, /which instance/],
    ['127.0.0.1:3000', {}, /http:\/\//],
    ['ftp://a', {}, /http:\/\//],
    ['http://me:secret@a', {}, /must not hold/],
    ['http://a --seconds 5', {}, /whole number/],
    ['http://a --seconds 30.5', {}, /whole number/],
    ['http://a --seconds 241', {}, /whole number/],
    ['http://a --email b@example.org', {}, /belong together/],
    ['http://a', { WATCHROOM_PASSWORD: 'x' }, /belong together/],
    ['http://a --colour', {}, /--colour.*Use: npm run contract/],
  ])('refuses "%s" in one line', (args, env, words) => {
    expect(() => read(args, env)).toThrow(words);
    expect(() => read(args, env)).toThrow(/^[^\n]+$/);
  });
});
