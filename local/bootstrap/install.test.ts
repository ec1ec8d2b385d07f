import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsInstall } from './install.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0', dev: true },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

describe('the decision to install packages', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-install-'));
    writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function installed(packages: Record<string, { version: string; dev?: boolean }>): void {
    mkdirSync(join(dir, 'node_modules'));
    writeFileSync(join(dir, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  }

  it('installs on a fresh clone and after an interrupted installation', () => {
    expect(needsInstall(dir, false)).toBe(true);
    mkdirSync(join(dir, 'node_modules'));
    expect(needsInstall(dir, false)).toBe(true);
  });

  it('installs when a version changed', () => {
    installed({ 'node_modules/a': { version: '0.9.0' } });
    expect(needsInstall(dir, false)).toBe(true);
  });

  it('does not care about packages for development or other platforms when starting', () => {
    installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(needsInstall(dir, false)).toBe(false);
    expect(needsInstall(dir, true)).toBe(true);
  });
});
