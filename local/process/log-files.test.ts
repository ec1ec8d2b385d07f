import { appendFileSync, closeSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unwatchFile, watchFile, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepBounded, openForAppending, openLogFile } from './log-files';
import { startNodeChild } from './node-child';

let dir = '';
let path = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'watchroom-log-'));
  path = join(dir, 'logs', 'web.log');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const files = () => readdirSync(join(dir, 'logs')).sort();
const text = () => files().reverse().map((name) => readFileSync(join(dir, 'logs', name), 'utf8')).join('');
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

test('a log that grows while it is written begins anew, and loses and cuts no line that its files have room for', () => {
  const log = openLogFile(path, { maxBytes: 100, files: 3 });
  for (const line of lines(10, 30)) log.write(line);
  log.close();
  expect(files()).toEqual(['web.log', 'web.log.1']);
  expect(text()).toBe(lines(10, 30).map((line) => `${line}\n`).join(''));
});

test('the oldest goes: no more files and bytes than allowed, however long it runs and however often it is opened', () => {
  for (let start = 10; start < 90; start += 10) {
    const log = openLogFile(path, { maxBytes: 50, files: 3 });
    for (const line of lines(start, start + 10)) log.write(line);
    log.close();
  }
  expect(files()).toEqual(['web.log', 'web.log.1', 'web.log.2']);
  for (const name of files()) expect(statSync(join(dir, 'logs', name)).size).toBeLessThanOrEqual(50);
  expect(text().endsWith('line 89\n')).toBe(true);
});

test('a line longer than a whole log stands in a log of its own', () => {
  const log = openLogFile(path, { maxBytes: 20, files: 3 });
  log.write('short');
  log.write('x'.repeat(60));
  log.write('short again');
  log.close();
  expect(files().map((name) => statSync(join(dir, 'logs', name)).size)).toEqual([12, 61, 6]);
});

test('a log that another process holds open is kept bounded, and its writer goes on in it', async () => {
  const fd = openForAppending(path);
  writeSync(fd, 'x'.repeat(99));
  const stop = keepBounded(path, { maxBytes: 100, files: 2 }, 5);
  expect(files()).toEqual(['web.log']);
  const emptied = new Promise<void>((resolve) => watchFile(path, { interval: 5 }, ({ size }) => size === 0 && resolve()));
  writeSync(fd, 'yy');
  await emptied;
  unwatchFile(path);
  writeSync(fd, 'after\n');
  expect([readFileSync(path, 'utf8'), readFileSync(`${path}.1`, 'utf8')]).toEqual(['after\n', `${'x'.repeat(99)}yy`]);
  stop();
  closeSync(fd);
});

test('a log that is not there yet is no failure', () => {
  expect(() => keepBounded(join(dir, 'none.log'))()).not.toThrow();
  expect(existsSync(join(dir, 'none.log'))).toBe(false);
});

test('a log left by an earlier start is bounded at once', () => {
  closeSync(openForAppending(path));
  appendFileSync(path, 'x'.repeat(101));
  keepBounded(path, { maxBytes: 100, files: 2 })();
  expect([statSync(path).size, statSync(`${path}.1`).size]).toEqual([0, 101]);
});

test('what a process of ours prints while it runs is kept in files of 10 MB', async () => {
  const line = 'x'.repeat(999);
  const child = startNodeChild({ args: ['-e', `for (let i = 0; i < 25_000; i += 1) console.log('${line}')`], cwd: dir, env: process.env, logFile: path });
  await child.exited;
  const sizes = files().map((name) => statSync(join(dir, 'logs', name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(25_000_000);
  expect(sizes).toHaveLength(3);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10 * 1024 * 1024);
});
