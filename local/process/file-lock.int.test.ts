import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock, waitForLock } from './file-lock';

describe('a lock file', () => {
  let dir: string;
  let path: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-lock-'));
    path = join(dir, 'a.lock');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function take() {
    const taken = tryLock(path, 'port 3000');
    if ('owner' in taken) throw new Error(`held by ${taken.owner.pid}`);
    return taken.lock;
  }

  it('keeps the second one out and tells who has it, until it is released', () => {
    const lock = take();
    expect(tryLock(path)).toEqual({ owner: { pid: process.pid, note: 'port 3000' } });
    lock.release();
    expect(existsSync(path)).toBe(false);
    take().release();
  });

  it('is taken over from a process that was killed', () => {
    const script = `import('./local/process/file-lock.ts').then(({ tryLock }) => { tryLock(${JSON.stringify(path)}); process.kill(process.pid, 'SIGKILL'); })`;
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const dead = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root });
    expect(dead.signal).toBe('SIGKILL');
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${dead.pid}\n`));
    take().release();
  });

  it('is taken over when another process got the id of its owner', () => {
    writeFileSync(path, `${process.ppid}\nborn-long-ago\nx\nnote\n`);
    take().release();
  });

  it('is waited for', async () => {
    const lock = take();
    const waiting = waitForLock(path, 5000);
    lock.release();
    expect(await waiting).toHaveProperty('lock');
  });

  it('is given up after the wait', async () => {
    const lock = take();
    expect(await waitForLock(path, 60)).toHaveProperty('owner.pid', process.pid);
    lock.release();
  });

  it('does not remove the lock of the one who came after', () => {
    const lock = take();
    rmSync(path);
    const next = take();
    lock.release();
    expect(existsSync(path)).toBe(true);
    next.release();
  });
});
