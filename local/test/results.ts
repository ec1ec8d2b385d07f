import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { type Count, total } from './count';
import { readReport } from './read-report';

/** A test that failed. */
export interface Failure {
  readonly test: string;
  /** The first lines of its message. */
  readonly words: readonly string[];
}

/** What came of one file of tests. */
export interface FileResult extends Count {
  /** Path from the top of the project. */
  readonly file: string;
  readonly failures: readonly Failure[];
  /** Time that its tests took, milliseconds. */
  readonly ms: number;
}

/** What came of a run of a test program. */
export interface RunResult {
  readonly files: readonly FileResult[];
  /** What went wrong outside of any file of tests, in words; such a run has failed, whatever its files say. */
  readonly broken: readonly string[];
}

const LINES_EACH = 4;
/** What vitest leaves in place of the message of a test that ran out of time. */
const TIMED_OUT = 'Error: STACK_TRACE_ERROR';

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      startTime: z.number().default(0),
      endTime: z.number().default(0),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string().default(''), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

const specSchema = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ duration: z.number().default(0), error: z.object({ message: z.string().default('') }).optional() })),
    }),
  ),
});
type Spec = z.infer<typeof specSchema>;
interface Group {
  specs?: Spec[] | undefined;
  suites?: Group[] | undefined;
}
const groupSchema: z.ZodType<Group> = z.lazy(() => z.object({ specs: z.array(specSchema).optional(), suites: z.array(groupSchema).optional() }));
const playwrightReport = z.object({
  suites: z.array(z.intersection(z.object({ file: z.string() }), groupSchema)).default([]),
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
});

/** A vitest JSON report. A file that could not be loaded has no tests to fail, so it counts as one failure. */
export function resultOfVitest(reportFile: string, projectDir: string, succeeded: boolean): RunResult {
  const report = vitestReport.safeParse(readReport(reportFile));
  if (!report.success) return withoutReport();
  const files = report.data.testResults.map(({ name, status, message, startTime, endTime, assertionResults: tests }): FileResult => {
    const count = (...wanted: string[]) => tests.filter((test) => wanted.includes(test.status)).length;
    const failures = tests.filter((test) => test.status === 'failed').map(({ fullName, failureMessages }) => failure(fullName, failureMessages?.join('\n') ?? ''));
    if (failures.length === 0 && status === 'failed') failures.push(failure('could not be loaded, or its preparation failed', message));
    return { file: relative(projectDir, name), passed: count('passed'), failed: failures.length, skipped: count('pending', 'skipped', 'todo'), failures, ms: Math.max(0, endTime - startTime) };
  });
  return blamed({ files, broken: [] }, succeeded);
}

/** A Playwright JSON report of stories in the folder `testDir` of the project. */
export function resultOfPlaywright(reportFile: string, testDir: string, succeeded: boolean): RunResult {
  const report = playwrightReport.safeParse(readReport(reportFile));
  if (!report.success) return withoutReport();
  const files = report.data.suites.map((group): FileResult => {
    const specs = specsIn(group);
    const tests = specs.flatMap((spec) => spec.tests);
    const failures = specs.flatMap(({ title, tests }) =>
      tests.filter(({ status }) => status === 'unexpected').map(({ results }) => failure(title, results.map(({ error }) => error?.message ?? '').find(Boolean) ?? '')));
    const skipped = tests.filter(({ status }) => status === 'skipped').length;
    return {
      file: `${testDir}/${group.file}`, passed: tests.length - failures.length - skipped, failed: failures.length, skipped, failures,
      ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    };
  });
  return blamed({ files, broken: report.data.errors.map(({ message }) => wordsOf(message).join(' ') || 'The run failed outside of any story.') }, succeeded);
}

/** All that was counted in a run; each thing that went wrong outside of a file is one failure. */
export function countRun({ files, broken }: RunResult): Count {
  return total([...files, { passed: 0, failed: broken.length, skipped: 0 }]);
}

function specsIn({ specs = [], suites = [] }: Group): Spec[] {
  return [...specs, ...suites.flatMap(specsIn)];
}

function failure(test: string, message: string): Failure {
  return { test, words: wordsOf(message) };
}

function wordsOf(message: string): string[] {
  const lines = stripVTControlCharacters(message).split('\n').map((text) => text.trim()).filter(Boolean);
  return lines.slice(0, LINES_EACH).map((text) => (text === TIMED_OUT ? 'It took longer than it may and was ended.' : text.slice(0, 300)));
}

function withoutReport(): RunResult {
  return { files: [], broken: ['The run left no report that can be read.'] };
}

/** A program that says it failed has failed, whether or not its report names a test. */
function blamed(result: RunResult, succeeded: boolean): RunResult {
  return succeeded || countRun(result).failed > 0 ? result : { ...result, broken: ['The run failed, though no test of it did.'] };
}
