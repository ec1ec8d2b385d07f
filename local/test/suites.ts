import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../plain-error';
import { build } from '../start/build';
import { findBrowsers } from './chromium';
import { countCheck, type Count } from './count';
import { countRun, resultOfPlaywright, resultOfVitest, type FileResult, type RunResult } from './results';
import { runFailedAgain, type FlakyTest } from './run-again';
import { runCommand } from './run-command';

/** What a suite gets. */
export interface SuiteContext {
  readonly projectDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folder for reports, removed at the end. */
  readonly reports: string;
  /** Takes everything that is printed. */
  readonly logFile: string;
  /** Files that the change under test edits. */
  readonly touched: ReadonlySet<string>;
}

/** How a suite ended. */
export interface Outcome {
  readonly count: Count;
  /** What failed, a few lines each, with the command that runs just that. */
  readonly failures: readonly string[];
  readonly flaky: readonly FlakyTest[];
  readonly files: readonly FileResult[];
}

/** One line of `npm test`. */
export interface Suite {
  readonly name: string;
  /** Looks at the sources alone, on one core: several of them run at once. */
  readonly besideOthers?: boolean;
  /** Runs only when it is named: it takes the whole machine for minutes. */
  readonly byNameOnly?: boolean;
  /** Seconds that it may take on two cores; one that takes a quarter more fails. */
  readonly budgetS?: number;
  readonly run: (context: SuiteContext) => Promise<Outcome>;
}

const MINUTE_MS = 60_000;
const TEST_BUILD = '.next-test';
const STORIES = 'e2e';
const LAST_LINES = 30;

/** Every suite, the quick ones first. */
export const suites: readonly Suite[] = [
  within(40, script('lanes', 3)), within(90, script('lint', 6)), within(60, script('types', 6)), within(40, script('unused', 4)), within(10, script('spec', 1)),
  within(40, vitest('unit', 10)),
  within(240, vitest('integration', 25)),
  within(60, { name: 'build', run: runBuild }),
  within(450, onBuild('system', 30)),
  { ...onBuild('load', 20), byNameOnly: true },
  within(700, { name: 'browser', run: (context) => runBrowser(context, '--grep-invert=@long') }),
  { name: 'browser-long', byNameOnly: true, run: (context) => runBrowser(context, '--grep=@long') },
];

/** Runs a suite; one that crashes counts as a failure and the others go on. */
export async function runSuite(suite: Suite, context: SuiteContext): Promise<Outcome> {
  try {
    return await suite.run(context);
  } catch (error) {
    return ofCheck(suite.name, false, messageOf(error));
  }
}

function within(budgetS: number, suite: Suite): Suite {
  return { ...suite, budgetS };
}

function script(name: string, minutes: number): Suite {
  return {
    name,
    besideOthers: true,
    run: async ({ projectDir, env, logFile }) =>
      ofCheck(name, await runCommand({ command: 'npm', args: ['run', '-s', name], cwd: projectDir, env, timeoutMs: minutes * MINUTE_MS, logFile }), lastLines(logFile)),
  };
}

async function runBuild(context: SuiteContext): Promise<Outcome> {
  return withBuild(context, async ({ projectDir, env, logFile }) => {
    const succeeded = await runCommand({ command: process.execPath, args: ['scripts/check-edge-bundle.mjs'], cwd: projectDir, env, timeoutMs: 2 * MINUTE_MS, logFile });
    return ofCheck('build', succeeded, lastLines(logFile));
  });
}

function vitest(project: string, minutes: number): Suite {
  return { name: project, run: (context) => runVitest(project, minutes, context) };
}

/** The built application as processes: killed one by one, or under all that the machine can bear. */
function onBuild(project: string, minutes: number): Suite {
  return { name: project, run: (context) => withBuild(context, (inContext) => runVitest(project, minutes, inContext)) };
}

async function runVitest(project: string, minutes: number, context: SuiteContext): Promise<Outcome> {
  const { projectDir, env, reports, logFile } = context;
  const run = async (...files: string[]): Promise<RunResult> => {
    const report = join(reports, `${project}-${Date.now()}.json`);
    const args = ['vitest', 'run', '--project', project, ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const succeeded = await runCommand({ command: 'npx', args, cwd: projectDir, env, timeoutMs: minutes * MINUTE_MS, logFile });
    return resultOfVitest(report, projectDir, succeeded);
  };
  return ofRun(context, run, (file) => `npx vitest run --project ${project} ${file}`);
}

/** `which`: stories that wait for a minute bear the tag `@long`. */
async function runBrowser(context: SuiteContext, which: string): Promise<Outcome> {
  const { chromium, shell } = await findBrowsers(console.log);
  return withBuild(context, async (inContext) => {
    const { projectDir, env, reports, logFile } = inContext;
    const run = async (...files: string[]): Promise<RunResult> => {
      const report = join(reports, `browser-${Date.now()}.json`);
      const succeeded = await runCommand({
        command: 'npx',
        args: ['playwright', 'test', ...files, which, '--reporter=list,json'],
        cwd: projectDir,
        env: { ...env, CHROMIUM_PATH: chromium, CHROMIUM_SHELL_PATH: shell, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        timeoutMs: 45 * MINUTE_MS,
        logFile,
      });
      return resultOfPlaywright(report, STORIES, succeeded);
    };
    return ofRun(inContext, run, (file) => `npx playwright test ${file}`);
  });
}

/**
 * Runs `work` with WATCHROOM_DIST_DIR set to a build of the present sources, made by the first suite that needs it.
 * It has a folder of its own, so that a running board is not disturbed.
 */
async function withBuild(context: SuiteContext, work: (context: SuiteContext) => Promise<Outcome>): Promise<Outcome> {
  const { distDir, release } = await build({ projectDir: context.projectDir, distDir: TEST_BUILD, logFile: join(context.reports, 'build.log') });
  try {
    return await work({ ...context, env: { ...context.env, WATCHROOM_DIST_DIR: distDir } });
  } finally {
    release();
  }
}

/** A whole run, with a second one of the files that failed. */
async function ofRun({ touched }: SuiteContext, run: (...files: string[]) => Promise<RunResult>, commandFor: (file: string) => string): Promise<Outcome> {
  const { result, flaky } = await runFailedAgain(await run(), touched, run);
  const failures = result.files.flatMap(({ file, failures: ofFile }) =>
    ofFile.map(({ test, words }) => [`${file} › ${test}`, ...words.map((line) => `    ${line}`), `    Run just that: ${commandFor(file)}`].join('\n')));
  return { count: countRun(result), failures: [...failures, ...result.broken], flaky, files: result.files };
}

function ofCheck(name: string, succeeded: boolean, words: string): Outcome {
  return { count: countCheck(succeeded), failures: succeeded ? [] : [`${name}\n${words}\n    Run just that: npm run ${name}`], flaky: [], files: [] };
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).map((line) => `    ${line}`).join('\n');
}
