import { describe, expect, it, vi } from 'vitest';
import { countRun, type FileResult, type RunResult } from './results';
import { runFailedAgain } from './run-again';

const file = (name: string, passed: number, ...failed: string[]): FileResult => ({ file: name, passed, failed: failed.length, skipped: 0, ms: 0, failures: failed.map((test) => ({ test, words: [] })) });
const run = (...files: FileResult[]): RunResult => ({ files, broken: [] });
const none = new Set<string>();

describe('a second run of files that failed', () => {
  it('is counted where it passes, and what had failed is named', async () => {
    const { result, flaky } = await runFailedAgain(run(file('a', 3), file('b', 1, 'opens', 'closes')), none, async () => run(file('b', 3)));
    expect(countRun(result)).toEqual({ passed: 6, failed: 0, skipped: 0 });
    expect(flaky).toEqual([{ file: 'b', test: 'opens' }, { file: 'b', test: 'closes' }]);
  });

  it('changes nothing where it fails again, breaks, or does not know the file', async () => {
    const first = run(file('b', 1, 'opens'));
    for (const again of [run(file('b', 1, 'closes')), { ...run(file('b', 2)), broken: ['no browser'] }, run(file('c', 2))]) {
      expect(await runFailedAgain(first, none, async () => again)).toEqual({ result: first, flaky: [] });
    }
  });

  it('is only for files that failed, each alone and once', async () => {
    const again = vi.fn(async (name: string) => run(file(name, 2)));
    await runFailedAgain(run(file('a', 3), file('b', 1, 'opens'), file('c', 1, 'shuts')), none, again);
    expect(again.mock.calls).toEqual([['b'], ['c']]);
  });

  it('is not for a file that the change under test edits', async () => {
    const first = run(file('b', 1, 'opens'));
    const again = vi.fn(async () => run(file('b', 2)));
    expect(await runFailedAgain(first, new Set(['b']), again)).toEqual({ result: first, flaky: [] });
    expect(again).not.toHaveBeenCalled();
  });

  it('is not for a suite in which many files failed: that is broken, not flaky', async () => {
    const first = run(...['a', 'b', 'c', 'd', 'e'].map((name) => file(name, 1, 'opens')));
    const again = vi.fn(async (name: string) => run(file(name, 2)));
    expect((await runFailedAgain(first, none, again)).flaky).toEqual([]);
    expect(again).not.toHaveBeenCalled();
  });
});
