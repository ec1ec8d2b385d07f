import { expect, test, vi } from 'vitest';
import { runCommand } from './run-command';

const node = (script: string, input: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
  runCommand(process.execPath, ['-e', script], { signal: new AbortController().signal, timeoutMs: 20_000, ...input });

test('what a program prints comes with its code', async () => {
  expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({ end: 'done', code: 3, stdout: 'out\n', stderr: 'err\n' });
  expect(await node('')).toEqual({ end: 'done', code: 0, stdout: '', stderr: '' });
});

test('a program that is not there is missing', async () => {
  expect(await runCommand('no-such-program-here', [], { signal: new AbortController().signal, timeoutMs: 20_000 })).toEqual({ end: 'missing' });
});

const FOREVER = 'setInterval(() => {}, 1000); process.on("SIGTERM", () => {})';

test('a program that takes too long is killed, even one that will not go', async () => {
  expect(await node(FOREVER, { timeoutMs: 100 })).toEqual({ end: 'late' });
});

test('a program ends with the signal', async () => {
  const controller = new AbortController();
  const running = node(FOREVER, { signal: controller.signal });
  controller.abort(new Error('given up'));
  await expect(running).rejects.toThrow('given up');
});

test('Watchroom’s secrets are not passed on, nor that it is in production, where npm leaves out half of the packages', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubEnv('NEXTAUTH_SECRET', 'recognisable');
  vi.stubEnv('DATABASE_URL', 'recognisable');
  vi.stubEnv('npm_config_something', 'passed on');
  const ended = await node('console.log(JSON.stringify(process.env))');
  vi.unstubAllEnvs();
  expect(JSON.stringify(ended)).not.toMatch(/recognisable|production/);
  expect(JSON.stringify(ended)).toMatch(/passed on/);
});
