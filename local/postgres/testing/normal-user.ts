import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * A normal account that root can run this checkout as. Undefined when we are not root, or when the checkout lies
 * where no other account can enter, as under /root; tests that need it are skipped then.
 */
export function normalUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const script = fileURLToPath(new URL('../../start.mjs', import.meta.url));
  return spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', script], { ...NOBODY, cwd: '/' }).status === 0 ? NOBODY : undefined;
}
