/** What `git status --porcelain=v2 --branch --untracked-files=no` tells. `branch` null: none is checked out. */
export interface GitStatus {
  readonly branch: string | null;
  /** Tracked files that differ from the commit. */
  readonly changed: number;
  /** Commits that the upstream has not, and that only it has; null without one. */
  readonly ahead: number | null;
  readonly behind: number | null;
}

export interface GitCommit {
  readonly revision: string;
  /** ISO 8601 UTC; null when git wrote no date. */
  readonly at: string | null;
  readonly subject: string;
}

/** What {@link parseCommits} reads. */
export const COMMIT_FORMAT = '%h%x09%cI%x09%s';

/** Reads the output of git status (its manual, "Porcelain Format Version 2"). */
export function parseStatus(text: string): GitStatus {
  const lines = text.split('\n');
  const header = (name: string) => lines.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3).trim();
  const head = header('branch.head');
  const [, ahead, behind] = /^\+(\d+) -(\d+)$/.exec(header('branch.ab') ?? '') ?? [];
  return {
    branch: head === undefined || head === '(detached)' ? null : head,
    changed: lines.filter((line) => /^[12u] /.test(line)).length,
    ahead: ahead === undefined ? null : Number(ahead),
    behind: behind === undefined ? null : Number(behind),
  };
}

/** Reads the output of git log in {@link COMMIT_FORMAT}. */
export function parseCommits(text: string): GitCommit[] {
  return text.split('\n').flatMap((line) => {
    const [revision = '', date = '', ...subject] = line.split('\t');
    if (!/^[0-9a-f]{4,64}$/.test(revision)) return [];
    const at = Date.parse(date);
    return [{ revision, at: Number.isNaN(at) ? null : new Date(at).toISOString(), subject: subject.join(' ') }];
  });
}
