import { cutText } from '@/lib/core/cut-text';
import type { ValueOf } from '../define';
import type { GitCommit, GitStatus } from './git-output';
import type { Revision } from './read-revision';

const COLUMNS: ValueOf<'table'>['columns'] = [
  { label: 'Commit', kind: 'text' },
  { label: 'Committed', kind: 'instant' },
  { label: 'Subject', kind: 'text' },
];

/** What a revision looks like on a card. `movedSince`: the checkout went to another commit after this server had started. */
export function revisionValue(revision: Revision, movedSince: boolean): ValueOf<'table'> {
  if (revision.from === 'nowhere') return table([], null, 'plain', 'The revision is not known: this folder is no git checkout.');
  if (revision.from === 'vercel') {
    const on = revision.branch === null ? '' : ` of ${revision.branch}`;
    return table([revision.commit], null, 'plain', `Built by Vercel from ${revision.commit.revision}${on}. Whether files were changed is not known there.`);
  }
  const { status, commits } = revision;
  const words = [standing(status, commits[0]), changes(status.changed), ...upstream(status), ...(movedSince ? ['The checkout has moved since this server started: what runs may be older.'] : [])];
  return table(commits, status.changed, status.changed > 0 || movedSince ? 'warning' : 'ok', words.join(' '));
}

type Headline = NonNullable<ValueOf<'table'>['headline']>;

function table(commits: readonly GitCommit[], value: number | null, tone: Headline['tone'], words: string): ValueOf<'table'> {
  return {
    headline: { value, unit: 'count', tone, words: cutText(words, 240) },
    columns: COLUMNS,
    rows: commits.map(({ revision, at, subject }) => [revision, at, cutText(subject, 200)]),
    total: commits.length,
    empty: 'There is no commit to show.',
  };
}

function standing({ branch }: GitStatus, commit: GitCommit | undefined): string {
  const at = commit ? ` at ${commit.revision}` : '';
  return branch === null ? `No branch is checked out${at}.` : `On ${cutText(branch, 60)}${at}.`;
}

function changes(count: number): string {
  if (count === 0) return 'No tracked file was changed.';
  return count === 1 ? 'One tracked file was changed.' : `${count} tracked files were changed.`;
}

function upstream({ ahead, behind }: GitStatus): string[] {
  if (ahead === null || behind === null || ahead + behind === 0) return [];
  return [`${ahead} commits ahead of its upstream as last fetched, ${behind} behind.`];
}
