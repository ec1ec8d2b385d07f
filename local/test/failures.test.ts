import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from './failures';

describe('what is said of failures at the end', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'watchroom-failures-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function report(content: unknown): string {
    const file = join(dir, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  it('names file, test and message of each in a vitest report', () => {
    const file = report({
      testResults: [
        { name: '/p/a.test.ts', status: 'failed', message: '', assertionResults: [{ status: 'passed', fullName: 'x' }, { status: 'failed', fullName: 'the door opens', failureMessages: ['\u001b[31mError: stuck\u001b[39m\n  at here'] }] },
        { name: '/p/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        { name: '/p/c.test.ts', status: 'passed', message: '', assertionResults: [] },
      ],
    });
    expect(failuresOfVitest(file, '/p')).toEqual(['a.test.ts › the door opens\n    Error: stuck\n    at here', 'b.test.ts › could not be loaded\n    no such module']);
  });

  it('finds them in the nested groups of a Playwright report', () => {
    const spec = (ok: boolean) => ({ title: 'a story', file: 'room.spec.ts', ok, tests: [{ results: [{}, { error: { message: 'not seen' } }] }] });
    const file = report({ suites: [{ specs: [spec(true)], suites: [{ specs: [spec(false)] }] }] });
    expect(failuresOfPlaywright(file)).toEqual(['room.spec.ts › a story\n    not seen']);
  });

  it('has nothing to say without a report', () => {
    expect(failuresOfVitest(join(dir, 'none.json'), '/p')).toEqual([]);
    expect(failuresOfPlaywright(join(dir, 'none.json'))).toEqual([]);
  });
});
