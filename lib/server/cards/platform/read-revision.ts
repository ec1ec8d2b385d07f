import { CardTrouble } from '../define';
import { COMMIT_FORMAT, parseCommits, parseStatus, type GitCommit, type GitStatus } from './git-output';
import type { CommandRunner } from './run-command';

const SHOWN_COMMITS = 5;
const TIMEOUT_MS = 5_000;

export interface RevisionInput {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the project's folder is a checkout. */
  readonly hasFolder: boolean;
  readonly run: CommandRunner;
  readonly signal: AbortSignal;
}

/** Where the code stands: read from a checkout, told by Vercel when it built, or nobody knows. */
export type Revision =
  | { readonly from: 'git'; readonly status: GitStatus; readonly commits: readonly GitCommit[] }
  | { readonly from: 'vercel'; readonly branch: string | null; readonly commit: GitCommit }
  | { readonly from: 'nowhere' };

/** Throws CardTrouble where git cannot read its own folder. */
export async function readRevision({ env, hasFolder, run, signal }: RevisionInput): Promise<Revision> {
  if (env.VERCEL_GIT_COMMIT_SHA) {
    const [subject = ''] = (env.VERCEL_GIT_COMMIT_MESSAGE ?? '').split('\n');
    return { from: 'vercel', branch: env.VERCEL_GIT_COMMIT_REF || null, commit: { revision: env.VERCEL_GIT_COMMIT_SHA.slice(0, 12), at: null, subject } };
  }
  if (!hasFolder) return { from: 'nowhere' };
  const git = (...args: string[]) => textOf(run, ['-c', 'core.fsmonitor=false', ...args], signal);
  const status = await git('status', '--porcelain=v2', '--branch', '--untracked-files=no');
  const commits = await git('log', `--max-count=${SHOWN_COMMITS}`, `--format=${COMMIT_FORMAT}`);
  return { from: 'git', status: parseStatus(status), commits: parseCommits(commits) };
}

async function textOf(run: CommandRunner, args: readonly string[], signal: AbortSignal): Promise<string> {
  const ended = await run('git', args, { signal, timeoutMs: TIMEOUT_MS });
  if (ended.end === 'missing') throw new CardTrouble('This is a git checkout, but git is not installed on this machine. Install it, then refresh.');
  if (ended.end === 'late') throw new CardTrouble(`Git did not answer within ${TIMEOUT_MS / 1_000} s. Try again; if it stays so, look at the disk.`);
  if (ended.code === 0) return ended.stdout;
  if (/dubious ownership/.test(ended.stderr)) throw new CardTrouble('Git refuses the folder because it belongs to another account. Add it to that account’s safe.directory, or run Watchroom as its owner.');
  throw new CardTrouble('Git cannot read the folder that Watchroom runs from. Run git status there to see why.');
}
