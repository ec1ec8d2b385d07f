import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHash } from './build-hash';

describe('the hash that decides about a new build', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-hash-'));
    mkdirSync(join(dir, 'lib/server/generated'), { recursive: true });
    writeFileSync(join(dir, 'lib/a.ts'), 'one');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('stays when nothing, a test, or generated code changes', () => {
    const before = buildHash(dir, { NODE_ENV: 'test' });
    writeFileSync(join(dir, 'lib/a.test.ts'), 'x');
    writeFileSync(join(dir, 'lib/server/generated/client.ts'), 'x');
    expect(buildHash(dir, { NODE_ENV: 'test' })).toBe(before);
  });

  it('changes with the content or the name of a file, and with a public setting', () => {
    const hashes = [buildHash(dir, { NODE_ENV: 'test' }), buildHash(dir, { NODE_ENV: 'test', NEXT_PUBLIC_NAME: 'a' })];
    writeFileSync(join(dir, 'lib/a.ts'), 'two');
    hashes.push(buildHash(dir, { NODE_ENV: 'test' }));
    rmSync(join(dir, 'lib/a.ts'));
    writeFileSync(join(dir, 'lib/b.ts'), 'two');
    hashes.push(buildHash(dir, { NODE_ENV: 'test' }));
    expect(new Set(hashes).size).toBe(4);
  });
});
