import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let app: string | undefined;
afterEach(() => app && rmSync(app, { recursive: true, force: true }));

/** Builds an app of one page with the project's own configuration, and gives how that ended. */
function buildPage(page: string, env: Record<string, string> = {}): { status: number | null; output: string } {
  // Inside the checkout, for its packages; under a name that lint, types and git leave alone.
  app = mkdtempSync(join(root, '.next-page-'));
  mkdirSync(join(app, 'app'));
  writeFileSync(join(app, 'next.config.mjs'), "export { default } from '../next.config.mjs';\n");
  writeFileSync(join(app, 'package.json'), '{"type":"module"}\n');
  writeFileSync(join(app, 'tsconfig.build.json'), JSON.stringify({ extends: '../tsconfig.json', compilerOptions: { incremental: false }, include: ['**/*.tsx', 'next-env.d.ts'], exclude: [] }));
  writeFileSync(join(app, 'app/layout.tsx'), 'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n');
  writeFileSync(join(app, 'app/page.tsx'), page);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: app, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  return { status, output: stdout + stderr };
}

const WRONG = "const units: number = 'twenty';\nexport default function Page() {\n  return <p>{units}</p>;\n}\n";

it('fails on a type error, on Vercel as well', () => {
  const { status, output } = buildPage(WRONG, { VERCEL: '1' });
  expect(output).toMatch(/Type 'string' is not assignable to type 'number'/);
  expect(status).toBe(1);
}, 240_000);

it('makes the database client first, so that a fresh checkout builds, and is what Vercel runs', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  expect(read('package.json')).toMatchObject({ scripts: { build: 'node scripts/generate-prisma.mjs && next build' } });
  expect(read('vercel.json')).toMatchObject({ buildCommand: 'npm run build' });
});
