import { z } from 'zod';
import { readReport } from './read-report';

/** How a suite ended. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

/** A check without tests inside counts as one. */
export function countCheck(succeeded: boolean): Count {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * The tests of a vitest JSON report. A file that could not even be loaded has no tests to fail, so it counts as
 * one failure, as does a run that failed without a failed test, and a run without a report.
 */
export function countVitest(file: string, succeeded: boolean): Count {
  const report = vitestReport.safeParse(readReport(file));
  if (!report.success) return countCheck(false);
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = report.data;
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    return failed === 0 && status === 'failed' ? 1 : failed;
  });
  return blameRun({ passed: numPassedTests, failed: sum(failures), skipped: numPendingTests + numTodoTests }, succeeded);
}

/** The tests of a Playwright JSON report; one that passed only when repeated counts as passed. */
export function countPlaywright(file: string, succeeded: boolean): Count {
  const report = playwrightReport.safeParse(readReport(file));
  if (!report.success) return countCheck(false);
  const { stats: { expected, unexpected, flaky, skipped }, errors } = report.data;
  return blameRun({ passed: expected + flaky, failed: unexpected + errors.length, skipped }, succeeded);
}

/** The last line of `npm test`. */
export function summary({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** All suites together. */
export function total(counts: Count[]): Count {
  return {
    passed: sum(counts.map((count) => count.passed)),
    failed: sum(counts.map((count) => count.failed)),
    skipped: sum(counts.map((count) => count.skipped)),
  };
}

function blameRun(count: Count, succeeded: boolean): Count {
  return !succeeded && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
