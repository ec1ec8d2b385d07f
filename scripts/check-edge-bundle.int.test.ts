import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgeBundleProblems } from './check-edge-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const app = fileURLToPath(new URL('fixtures/edge-app', import.meta.url));
const dist = `${app}/.next`;
let routes: Map<string, string[]>;

beforeAll(() => {
  const next = `${root}node_modules/next/dist/bin/next`;
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, [next, 'build'], { cwd: app, env, stdio: 'pipe' });
  routes = edgeBundleProblems(dist);
});
afterAll(() => {
  for (const made of [dist, `${app}/next-env.d.ts`, `${app}/tsconfig.json`]) rmSync(made, { recursive: true, force: true });
});

describe('the check of the edge bundle', () => {
  it('passes a route that uses Web APIs alone', () => {
    expect(routes.get('/api/clean/route')).toEqual([]);
  });

  it('refuses a route that loads a Node module', () => {
    expect(routes.get('/api/node-module/route')).toContain('loads node:fs');
  });

  it('refuses a route that brings the database client along', () => {
    expect(routes.get('/api/database/route')?.join()).toMatch(/@prisma|node_modules\/pg/);
  });

  it('fails where nothing was built', () => {
    expect(() => edgeBundleProblems('/nowhere')).toThrow(/no build/);
  });
});
