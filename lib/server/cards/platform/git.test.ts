import { expect, test } from 'vitest';
import { parseCommits, parseStatus } from './git-output';
import { readRevision } from './read-revision';
import { revisionValue } from './revision-value';
import type { CommandEnd, CommandRunner } from './run-command';

const { signal } = new AbortController();
const done = (stdout: string, code = 0, stderr = ''): CommandEnd => ({ end: 'done', code, stdout, stderr });
const LOG = '9fe6dee\t2026-11-21T21:45:32+02:00\tSay what failed\nef36475\tnonsense\tA\ttab\n';
const STATUS = '# branch.oid 9fe6dee724f2\n# branch.head main\n# branch.upstream origin/main\n# branch.ab +2 -1\n1 .M N... 100644 100644 100644 fa9a fa9a lib/a b.ts\n2 R. N... 100644 100644 100644 fa fa R100 new\told\nu UU N... 1 1 1 1 a b c both.ts\n? untracked.ts\n';

test('the status tells branch, upstream and how many tracked files differ', () => {
  expect(parseStatus(STATUS)).toEqual({ branch: 'main', changed: 3, ahead: 2, behind: 1 });
  expect(parseStatus('# branch.oid 9fe6dee\n# branch.head (detached)\n')).toEqual({ branch: null, changed: 0, ahead: null, behind: null });
  expect(parseStatus('')).toEqual({ branch: null, changed: 0, ahead: null, behind: null });
});

test('commits have their date in UTC, and null for one that cannot be read', () => {
  expect(parseCommits(LOG)).toEqual([
    { revision: '9fe6dee', at: '2026-11-21T19:45:32.000Z', subject: 'Say what failed' },
    { revision: 'ef36475', at: null, subject: 'A tab' },
  ]);
  expect(parseCommits('\nfatal: nothing\n')).toEqual([]);
});

test('a checkout is read with git', async () => {
  const run: CommandRunner = async (program, args) => {
    expect(program).toBe('git');
    return done(args.includes('status') ? STATUS : LOG);
  };
  const value = revisionValue(await readRevision({ env: {}, hasFolder: true, run, signal }), true);
  expect(value).toMatchObject({ headline: { value: 3, tone: 'warning' }, total: 2 });
  expect(value.headline?.words).toBe('On main at 9fe6dee. 3 tracked files were changed. 2 commits ahead of its upstream as last fetched, 1 behind. The checkout has moved since this server started: what runs may be older.');
  expect(value.rows[0]).toEqual(['9fe6dee', '2026-11-21T19:45:32.000Z', 'Say what failed']);
});

test('on Vercel its word is taken and git is not asked; elsewhere without a checkout nothing is known', async () => {
  const run: CommandRunner = () => Promise.reject(new Error('not asked'));
  const env = { VERCEL_GIT_COMMIT_SHA: '0123456789abcdef0123', VERCEL_GIT_COMMIT_REF: 'main', VERCEL_GIT_COMMIT_MESSAGE: 'Subject\n\nBody' };
  const built = revisionValue(await readRevision({ env, hasFolder: true, run, signal }), false);
  expect(built).toMatchObject({ headline: { value: null }, rows: [['0123456789ab', null, 'Subject']] });
  const unknown = revisionValue(await readRevision({ env: {}, hasFolder: false, run, signal }), false);
  expect(unknown).toMatchObject({ headline: { value: null, words: 'The revision is not known: this folder is no git checkout.' }, rows: [] });
});

test.each<[CommandEnd, RegExp]>([
  [{ end: 'missing' }, /git is not installed/],
  [{ end: 'late' }, /did not answer within 5 s/],
  [done('', 128, "fatal: detected dubious ownership in repository at '/srv'"), /belongs to another account/],
  [done('', 128, 'fatal: bad object HEAD'), /Run git status there/],
])('a git that fails is told in a sentence: %j', async (ended, sentence) => {
  await expect(readRevision({ env: {}, hasFolder: true, run: async () => ended, signal })).rejects.toMatchObject({ name: 'CardTrouble', message: expect.stringMatching(sentence) });
});
