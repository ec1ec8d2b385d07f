/**
 * Looks into the built edge bundles: no Node module, no database, no server code may be in them. The import rules
 * (.dependency-cruiser.cjs) say so about the sources; this says so about what is really shipped.
 * Usage: node scripts/check-edge-bundle.mjs [build folder, default $WATCHROOM_DIST_DIR or .next]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Next's own wrapper asks the edge runtime for these two, and every edge runtime has them.
const PROVIDED = new Set(['node:async_hooks', 'node:buffer']);
const NATIVE_MODULE = /(?:require\(|import\(|from\s*)["'](node:[a-z_/]+)["']/g;
const FORBIDDEN_SOURCE = /(?:^|\/)(lib\/server\/|node_modules\/(?:@prisma|prisma|pg|pg-[a-z]+|ioredis|@node-rs)\/)/;

/**
 * @param {string} distDir the build folder
 * @returns {Map<string, string[]>} what is wrong with each edge route; a clean route has an empty list
 * @throws when there is no build, or no edge route in it: then nothing was checked
 */
export function edgeBundleProblems(distDir) {
  const manifestPath = join(distDir, 'server', 'middleware-manifest.json');
  if (!existsSync(manifestPath)) throw new Error(`There is no build in ${distDir}. Build first: npm run build.`);
  const { functions = {} } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const routes = new Map(Object.values(functions).map(({ page, files }) => [page, problemsIn(distDir, files)]));
  if (routes.size === 0) throw new Error(`The build in ${distDir} has no edge route; the stream must be one.`);
  return routes;
}

function problemsIn(distDir, files) {
  const problems = new Set();
  for (const file of files.filter((name) => name.includes('/edge/'))) {
    const path = join(distDir, file);
    for (const [, name] of readFileSync(path, 'utf8').matchAll(NATIVE_MODULE)) {
      if (!PROVIDED.has(name)) problems.add(`loads ${name}`);
    }
    for (const source of sourcesOf(`${path}.map`)) {
      if (FORBIDDEN_SOURCE.test(source)) problems.add(`contains ${source.replace(/^.*?\/(?=lib\/|node_modules\/)/, '')}`);
    }
  }
  return [...problems].sort();
}

function sourcesOf(mapPath) {
  if (!existsSync(mapPath)) return [];
  const { sources = [], sections = [] } = JSON.parse(readFileSync(mapPath, 'utf8'));
  return [...sources, ...sections.flatMap((section) => section.map?.sources ?? [])];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const routes = edgeBundleProblems(resolve(process.argv[2] ?? process.env.WATCHROOM_DIST_DIR ?? '.next'));
    for (const [page, problems] of routes) {
      console.log(problems.length === 0 ? `ok      ${page}` : `refused ${page}\n  ${problems.join('\n  ')}`);
    }
    process.exitCode = [...routes.values()].some((problems) => problems.length > 0) ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
