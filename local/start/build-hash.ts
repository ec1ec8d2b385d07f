import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ownValue } from '@/lib/core/own-value';

/** Everything a build is made of. Generated code is not listed: it follows from prisma/. */
const INPUTS = [
  'app', 'components', 'lib', 'stores', 'public', 'prisma/schema.prisma', 'package-lock.json', 'package.json', 'next.config.mjs',
  'postcss.config.mjs', 'instrumentation.ts', 'instrumentation-client.ts', 'middleware.ts', 'proxy.ts', '.env', '.env.production',
];

/**
 * A hash over the names and contents of everything a build is made of, tests left out, and over the public
 * settings that a build takes in. tsconfig.json is left out: it decides about types only, and the build
 * itself rewrites it.
 */
export function buildHash(projectDir: string, env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => filesUnder(projectDir, input))) {
    hash.update(file.split(sep).join('/')).update('\0').update(readFileSync(join(projectDir, file))).update('\0');
  }
  const publicNames = Object.keys(env).filter((name) => name.startsWith('NEXT_PUBLIC_')).sort();
  for (const name of publicNames) hash.update(`${name}=${ownValue(env, name) ?? ''}\0`);
  return hash.digest('hex');
}

function filesUnder(projectDir: string, path: string): string[] {
  const full = join(projectDir, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  if (path === join('lib', 'server', 'generated')) return [];
  return readdirSync(full).sort().flatMap((name) => (isTest(name) ? [] : filesUnder(projectDir, join(path, name))));
}

function isTest(name: string): boolean {
  return /\.test\.tsx?$/.test(name);
}
