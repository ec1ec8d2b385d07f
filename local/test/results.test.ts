import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summary, total } from './count';
import { countRun, resultOfPlaywright, resultOfVitest } from './results';

describe('what came of a run of tests', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-results-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function report(content: unknown): string {
    const file = join(dir, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  }
  const test = (status: string, fullName = 'x', ...failureMessages: string[]) => ({ status, fullName, failureMessages });

  it('is told of each file of a vitest report, one that could not be loaded as one failure', () => {
    const file = report({
      testResults: [
        { name: '/p/a.test.ts', status: 'failed', startTime: 10, endTime: 30, assertionResults: [test('passed'), test('failed', 'the door opens', '\u001b[31mError: stuck\u001b[39m\n  at here'), test('pending')] },
        { name: '/p/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: '/p/c.test.ts', status: 'passed', assertionResults: [test('passed')] },
      ],
    });
    const result = resultOfVitest(file, '/p', false);
    expect(countRun(result)).toEqual({ passed: 2, failed: 2, skipped: 1 });
    expect(result.files.map((each) => [each.file, each.failures])).toEqual([
      ['a.test.ts', [{ test: 'the door opens', words: ['Error: stuck', 'at here'] }]],
      ['b.test.ts', [{ test: 'could not be loaded, or its preparation failed', words: ['no such module'] }]],
      ['c.test.ts', []],
    ]);
    expect(result.files[0]?.ms).toBe(20);
  });

  it('says in words that a test ran out of time', () => {
    const file = report({ testResults: [{ name: '/p/a.test.ts', status: 'failed', assertionResults: [test('failed', 'x', 'Error: STACK_TRACE_ERROR\n  at task')] }] });
    expect(resultOfVitest(file, '/p', false).files[0]?.failures[0]?.words).toEqual(['It took longer than it may and was ended.', 'at task']);
  });

  it('is a failure when the program failed and no test of it did, or when there is no report', () => {
    const file = report({ testResults: [{ name: '/p/a.test.ts', status: 'passed', assertionResults: [test('passed')] }] });
    expect(countRun(resultOfVitest(file, '/p', false))).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countRun(resultOfVitest(file, '/p', true))).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countRun(resultOfVitest(join(dir, 'none.json'), '/p', true))).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countRun(resultOfPlaywright(join(dir, 'none.json'), 'e2e', true))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is told of each file of a Playwright report, with what failed in nested groups and outside of all', () => {
    const spec = (status: string, message?: string) => ({ title: 'a story', tests: [{ status, results: [{ duration: 5, ...(message ? { error: { message } } : {}) }] }] });
    const suites = [{ file: 'room.spec.ts', specs: [spec('expected'), spec('skipped')], suites: [{ specs: [spec('unexpected', 'not seen')] }] }, { file: 'units.spec.ts', specs: [spec('expected')] }];
    const result = resultOfPlaywright(report({ suites, errors: [] }), 'e2e', false);
    expect(countRun(result)).toEqual({ passed: 2, failed: 1, skipped: 1 });
    expect(result.files[0]).toMatchObject({ file: 'e2e/room.spec.ts', ms: 15, failures: [{ test: 'a story', words: ['not seen'] }] });
    expect(countRun(resultOfPlaywright(report({ suites, errors: [{ message: 'no such module' }] }), 'e2e', false)).failed).toBe(2);
  });

  it('names skipped tests in the last line only when there are any', () => {
    const one = { passed: 1, failed: 0, skipped: 0 };
    expect(summary(total([one, one]))).toBe('2 passed, 0 failed');
    expect(summary(total([one, { passed: 0, failed: 1, skipped: 2 }]))).toBe('1 passed, 1 failed, 2 skipped');
  });
});
