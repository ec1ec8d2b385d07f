import 'server-only';
import { readFile } from 'node:fs/promises';
import type { CardHeadline } from '@/lib/protocol/card-value';
import { CardTrouble, defineCard, type AnyCard } from '../define';
import { parseDirect, parseInstalled, parseOutdated, type Outdated } from './npm-output';
import { packageRows, type PackageRow } from './package-rows';
import { runCommand, type CommandRunner } from './run-command';

const SHOWN = 50;
const TIMEOUT_MS = 10_000;
const ARGUMENTS = ['outdated', '--json', '--include=dev', '--fetch-retries=0', '--no-update-notifier', '--loglevel=error'];

/** What Watchroom is made of. `run`: who runs npm. */
export function packagesCard(run: CommandRunner): AnyCard {
  return defineCard({
    key: 'packages',
    tab: 'platform',
    title: 'Packages',
    about: 'The direct dependencies, those furthest behind first: which version is installed, which one package.json would let in, which one is the newest.',
    view: 'table',
    wide: true,
    ttlMs: 6 * 3_600_000,
    permission: 'metrics.read',
    watches: ['file:package.json', 'file:package-lock.json'],
    async compute({ signal }) {
      const direct = parseDirect((await textOf('package.json')) ?? '');
      if (direct === null) throw new CardTrouble('The file package.json is not where this server runs, so its packages are not known. On Vercel that is so: only what was built is there.');
      const lock = (await textOf('node_modules/.package-lock.json')) ?? (await textOf('package-lock.json')) ?? '';
      const outdated = await askNpm(run, signal);
      const rows = packageRows(direct, parseInstalled(lock), outdated);
      return {
        headline: headlineOf(rows, outdated !== null),
        columns: ['Package', 'For', 'Installed', 'Wanted', 'Newest'].map((label) => ({ label, kind: 'text' as const })),
        rows: rows.slice(0, SHOWN).map(({ name, use, installed, wanted, newest }) => [name, use, installed, wanted, newest]),
        total: rows.length,
        empty: 'There are no dependencies.',
      };
    },
  });
}

/** What Watchroom is made of. */
export const packages = packagesCard(runCommand);

/** Null when npm is not there, does not answer in time or reaches no registry. */
async function askNpm(run: CommandRunner, signal: AbortSignal): Promise<Map<string, Outdated> | null> {
  const ended = await run('npm', ARGUMENTS, { signal, timeoutMs: TIMEOUT_MS });
  // Outdated packages make it end with 1.
  return ended.end === 'done' && ended.code <= 1 && (ended.code === 0 || ended.stdout.trim() !== '') ? parseOutdated(ended.stdout) : null;
}

function headlineOf(rows: readonly PackageRow[], isKnown: boolean): CardHeadline {
  if (!isKnown) {
    const words = 'Newest versions are not known: npm is not there, or could not ask its registry. These are the installed ones.';
    return { value: null, unit: 'count', tone: 'plain', words };
  }
  const behind = rows.filter((row) => row.behind > 0);
  const major = behind.filter((row) => row.behind === 3).length;
  const words = behind.length === 0 ? `All ${rows.length} direct dependencies are the newest.` : `Of ${rows.length} direct dependencies these have a newer version, ${major} of them a new major one.`;
  return { value: behind.length, unit: 'count', tone: behind.length === 0 ? 'ok' : 'info', words };
}

async function textOf(path: 'package.json' | 'package-lock.json' | 'node_modules/.package-lock.json'): Promise<string | null> {
  return readFile(/* turbopackIgnore: true */ path, 'utf8').catch(() => null);
}
