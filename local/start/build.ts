import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { waitForLock } from '../process/file-lock';
import { startNodeChild } from '../process/node-child';
import { buildHash } from './build-hash';
import { isServed, markServed, sharedDir } from './served-builds';

const OTHER_BUILD_MS = 900_000;
const STAMP = 'watchroom-built-from';

/** What {@link build} takes. */
export interface BuildInput {
  projectDir: string;
  /** Wanted folder of the build inside the project, such as `.next`. */
  distDir: string;
  logFile: string;
}

/** A build that fits the sources. */
export interface Build {
  /** Its folder inside the project; another than wanted when a running copy serves an older build there. */
  distDir: string;
  /** Tells other copies that it is served no longer. */
  release: () => void;
}

/** Path of a package's command, run with this Node. */
export function nextCommand(): string {
  return createRequire(import.meta.url).resolve('next/dist/bin/next');
}

/** Whether {@link build} would have to build. */
export function needsBuild({ projectDir, distDir }: Pick<BuildInput, 'projectDir' | 'distDir'>): boolean {
  return !isCurrent(projectDir, distDir, buildHash(projectDir, process.env));
}

/**
 * Gives a build of the present sources, made only when they changed. Copies of Watchroom started in one checkout
 * share it: they build one after the other, and never over a build that another one serves.
 * Throws a {@link PlainError} with the compiler's last words when it fails.
 */
export async function build({ projectDir, distDir, logFile }: BuildInput): Promise<Build> {
  const taken = await waitForLock(join(sharedDir(projectDir), 'build.lock'), OTHER_BUILD_MS);
  if ('owner' in taken) throw new PlainError(`Another copy (process ${taken.owner.pid}) has been building for 15 minutes. End it, then start again.`);
  try {
    const hash = buildHash(projectDir, process.env);
    const chosen = choose(projectDir, distDir, hash);
    if (!isCurrent(projectDir, chosen, hash)) await runBuild(projectDir, chosen, hash, logFile);
    return { distDir: chosen, release: markServed(projectDir, chosen) };
  } finally {
    taken.lock.release();
  }
}

function choose(projectDir: string, wanted: string, hash: string): string {
  const names = [wanted, ...Array.from({ length: 8 }, (_, index) => `${wanted}-${index + 2}`)];
  return names.find((name) => isCurrent(projectDir, name, hash)) ?? names.find((name) => !isServed(projectDir, name)) ?? wanted;
}

function isCurrent(projectDir: string, distDir: string, hash: string): boolean {
  const stamp = join(projectDir, distDir, STAMP);
  return existsSync(join(projectDir, distDir, 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

async function runBuild(projectDir: string, distDir: string, hash: string, logFile: string): Promise<void> {
  const stamp = join(projectDir, distDir, STAMP);
  for (const file of [stamp, join(projectDir, distDir, 'BUILD_ID')]) rmSync(file, { force: true });
  const child = startNodeChild({
    args: [nextCommand(), 'build'],
    cwd: projectDir,
    // `npm run build` and `npm test` check the types; a start waits for the build alone.
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', WATCHROOM_DIST_DIR: distDir, WATCHROOM_TRUST_TYPES: '1', WATCHROOM_BUILD: hash.slice(0, 12) },
    logFile,
  });
  const how = await child.exited;
  // Next has been seen to end with 0 half way, when a worker of its own had ended early.
  if (how !== 'ended with code 0' || !existsSync(join(projectDir, distDir, 'BUILD_ID'))) {
    throw new PlainError(`The build failed (${how}). Its log is ${logFile} and ends with:\n${child.lastLines().slice(-15).join('\n')}`);
  }
  writeFileSync(stamp, hash);
}
