import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, summary, total } from './count';

describe('the count of tests', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-count-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function report(content: unknown): string {
    const file = join(dir, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  it('takes a vitest report, and a file that could not be loaded as one failure', () => {
    const file = report({
      numPassedTests: 5, numPendingTests: 1, numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(countVitest(file, false)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('takes a run that failed without a failed test as one failure', () => {
    const file = report({ numPassedTests: 5, numPendingTests: 0, testResults: [] });
    expect(countVitest(file, false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('takes a run without a report as one failure', () => {
    expect(countVitest(join(dir, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright(join(dir, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes a Playwright report', () => {
    const file = report({ stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 3 }, errors: [] });
    expect(countPlaywright(file, false)).toEqual({ passed: 8, failed: 2, skipped: 3 });
  });

  it('names skipped tests in the last line only when there are any', () => {
    const one = { passed: 1, failed: 0, skipped: 0 };
    expect(summary(total([one, one]))).toBe('2 passed, 0 failed');
    expect(summary(total([one, { passed: 0, failed: 1, skipped: 2 }]))).toBe('1 passed, 1 failed, 2 skipped');
  });
});
