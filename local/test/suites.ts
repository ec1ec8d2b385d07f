import { join } from 'node:path';
import { messageOf } from '../plain-error';
import { build } from '../start/build';
import { findChromium } from './chromium';
import { type Count, countCheck, countPlaywright, countVitest } from './count';
import { failuresOfPlaywright, failuresOfVitest } from './failures';
import { runCommand } from './run-command';

/** What a suite gets. */
export interface SuiteContext {
  projectDir: string;
  env: NodeJS.ProcessEnv;
  /** Folder for reports, removed at the end. */
  reports: string;
  /** What failed, a few lines each; said again at the very end, where the last lines of a long log are read. */
  failures: string[];
}

/** One heading of `npm test`. */
export interface Suite {
  name: string;
  /** Looks at the sources alone, on one core: several of them run at once. */
  besideOthers?: boolean;
  /** Runs only when it is named: it takes the whole machine for minutes. */
  byNameOnly?: boolean;
  run: (context: SuiteContext) => Promise<Count>;
}

const MINUTE_MS = 60_000;
const TEST_BUILD = '.next-test';

/** Every suite, the quick ones first. */
export const suites: Suite[] = [
  script('lanes', 3), script('lint', 6), script('types', 6), script('unused', 4), script('spec', 1),
  vitest('unit', 10), vitest('integration', 25),
  { name: 'build', run: runBuild },
  onBuild('system', 30),
  { ...onBuild('load', 20), byNameOnly: true },
  { name: 'browser', run: (context) => runBrowser(context, '--grep-invert=@long') },
  { name: 'browser-long', byNameOnly: true, run: (context) => runBrowser(context, '--grep=@long') },
];

function script(name: string, minutes: number): Suite {
  return {
    name,
    besideOthers: true,
    run: async ({ projectDir, env }) => countCheck(await runCommand({ command: 'npm', args: ['run', '-s', name], cwd: projectDir, env, timeoutMs: minutes * MINUTE_MS })),
  };
}

function vitest(project: string, minutes: number): Suite {
  return { name: project, run: (context) => runVitest(project, minutes, context) };
}

async function runVitest(project: string, minutes: number, { projectDir, env, reports, failures }: SuiteContext): Promise<Count> {
  const file = join(reports, `${project}.json`);
  const args = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const succeeded = await runCommand({ command: 'npx', args, cwd: projectDir, env, timeoutMs: minutes * MINUTE_MS });
  failures.push(...failuresOfVitest(file, projectDir));
  return countVitest(file, succeeded);
}

async function runBuild(context: SuiteContext): Promise<Count> {
  return withBuild(context, ({ projectDir, env }) =>
    runCommand({ command: process.execPath, args: ['scripts/check-edge-bundle.mjs'], cwd: projectDir, env, timeoutMs: 2 * MINUTE_MS }).then(countCheck));
}

/** The built application as processes: killed one by one, or under all that the machine can bear. */
function onBuild(project: string, minutes: number): Suite {
  return { name: project, run: (context) => withBuild(context, (inContext) => runVitest(project, minutes, inContext)) };
}

/** `which`: stories that wait for a minute bear the tag `@long`. */
async function runBrowser(context: SuiteContext, which: string): Promise<Count> {
  const chromium = await findChromium(console.log);
  return withBuild(context, async ({ projectDir, env, reports, failures }) => {
    const file = join(reports, 'browser.json');
    const succeeded = await runCommand({
      command: 'npx',
      args: ['playwright', 'test', which, '--reporter=list,json'],
      cwd: projectDir,
      env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      timeoutMs: 45 * MINUTE_MS,
    });
    failures.push(...failuresOfPlaywright(file));
    return countPlaywright(file, succeeded);
  });
}

/**
 * Runs `work` with WATCHROOM_DIST_DIR set to a build of the present sources, made by the first suite that needs it.
 * It has a folder of its own, so that a running board is not disturbed.
 */
async function withBuild(context: SuiteContext, work: (context: SuiteContext) => Promise<Count>): Promise<Count> {
  const { distDir, release } = await build({ projectDir: context.projectDir, distDir: TEST_BUILD, logFile: join(context.reports, 'build.log') });
  try {
    return await work({ ...context, env: { ...context.env, WATCHROOM_DIST_DIR: distDir } });
  } finally {
    release();
  }
}

/** Runs a suite; one that crashes counts as a failure and the others go on. */
export async function runSuite(suite: Suite, context: SuiteContext): Promise<Count> {
  try {
    return await suite.run(context);
  } catch (error) {
    console.error(messageOf(error));
    return countCheck(false);
  }
}
