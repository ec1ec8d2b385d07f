import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, isAlive } from '../process/process-table';

/** Where copies of one checkout tell each other what they do: outside of the builds, which a build empties. */
export function sharedDir(projectDir: string): string {
  const dir = join(projectDir, 'node_modules/.cache/watchroom');
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** Tells other copies that this process serves the build in `distDir`; returns what takes it back. */
export function markServed(projectDir: string, distDir: string): () => void {
  const file = join(sharedDir(projectDir), `serves-${process.pid}-${distDir}`);
  writeFileSync(file, `${process.pid}\n${birthOf(process.pid) ?? ''}\n${distDir}\n`);
  return () => rmSync(file, { force: true });
}

/** Whether another living copy serves the build in `distDir`, so that it must not be overwritten. */
export function isServed(projectDir: string, distDir: string): boolean {
  const dir = sharedDir(projectDir);
  return readdirSync(dir).filter((name) => name.startsWith('serves-')).some((name) => {
    const file = join(dir, name);
    if (!existsSync(file)) return false;
    const [pid = '', birth = '', served = ''] = readFileSync(file, 'utf8').split('\n');
    const alive = isAlive(Number(pid)) && (birthOf(Number(pid)) ?? '') === birth;
    if (!alive) rmSync(file, { force: true });
    return alive && Number(pid) !== process.pid && served === distDir;
  });
}
