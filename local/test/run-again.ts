import type { FileResult, RunResult } from './results';

/** When more files than this failed in a suite, something is broken rather than flaky, and running them all again would only cost time. */
const FILES_AT_MOST = 4;

/** A test that failed in its suite and passed alone. */
export interface FlakyTest {
  readonly file: string;
  readonly test: string;
}

/**
 * Runs every file that failed in `first` once more, alone, by `run`. One that passes then is counted as it came out then, and its failed tests
 * are named as flaky; one that fails again stands as it failed first. Files in `touched` (what the change under test edits) get no second run.
 */
export async function runFailedAgain(
  first: RunResult,
  touched: ReadonlySet<string>,
  run: (file: string) => Promise<RunResult>,
): Promise<{ readonly result: RunResult; readonly flaky: readonly FlakyTest[] }> {
  const failed = first.files.filter(({ failures }) => failures.length > 0);
  if (failed.length > FILES_AT_MOST) return { result: first, flaky: [] };
  const flaky: FlakyTest[] = [];
  const passedAlone = new Map<string, FileResult>();
  for (const { file, failures } of failed.filter((each) => !touched.has(each.file))) {
    const again = await run(file);
    const own = again.files.find((each) => each.file === file);
    if (!own || own.failed > 0 || again.broken.length > 0) continue;
    passedAlone.set(file, own);
    flaky.push(...failures.map(({ test }) => ({ file, test })));
  }
  return { result: { ...first, files: first.files.map((each) => passedAlone.get(each.file) ?? each) }, flaky };
}
