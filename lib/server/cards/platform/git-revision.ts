import 'server-only';
import { stat } from 'node:fs/promises';
import { defineCard, type AnyCard } from '../define';
import { readRevision } from './read-revision';
import { revisionValue } from './revision-value';
import { runCommand, type CommandRunner } from './run-command';

/** Which revision this server's folder is at. `run`: who runs git. */
export function gitRevisionCard(run: CommandRunner): AnyCard {
  return defineCard({
    key: 'git-revision',
    tab: 'platform',
    title: 'Revision',
    about: 'The branch and the last commits of the folder that this server runs from, and how many tracked files differ from them.',
    view: 'table',
    wide: true,
    ttlMs: 15 * 60_000,
    permission: 'metrics.read',
    watches: ['file:.git/HEAD', 'file:.git/logs/HEAD'],
    async compute({ now, signal }) {
      const startedAt = now.getTime() - process.uptime() * 1_000;
      const hasFolder = (await mtimeOf('.git')) !== null;
      return revisionValue(await readRevision({ env: process.env, hasFolder, run, signal }), ((await mtimeOf('.git/logs/HEAD')) ?? 0) > startedAt);
    },
  });
}

/** Which revision this server's folder is at. */
export const gitRevision = gitRevisionCard(runCommand);

/** Milliseconds since the epoch; null for what is not there. */
async function mtimeOf(path: '.git' | '.git/logs/HEAD'): Promise<number | null> {
  return stat(/* turbopackIgnore: true */ path).then(({ mtimeMs }) => mtimeMs, () => null);
}
