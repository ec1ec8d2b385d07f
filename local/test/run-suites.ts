import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { generateDatabaseClient } from '../start/generate';
import { budgetProblem } from './budget';
import { summary, total } from './count';
import { runSuite, suites, type Outcome, type Suite } from './suites';
import { touchedFiles } from './touched-files';

/** Settings of a developer's own board must not reach the tests, which start everything they need. */
const NOT_FOR_TESTS = [
  'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'REDIS_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'CRON_SECRET',
  'METRICS_TOKEN', 'LOG_TOKEN', 'TRUSTED_PROXIES', 'WEBHOOK_TOKEN', 'INFRA_INTERVAL_MS', 'INFRA_COLLECT', 'CARDS_WARM', 'CARDS_KEEP', 'CARD_TIMEOUT_MS', 'TEST_BROADCASTS_PER_MINUTE', 'DEMO', 'DEMO_SIMULATOR', 'PORT', 'HOST', 'WATCHROOM_DATA', 'WATCHROOM_DIST_DIR', 'NODE_ENV',
];

/** Folder of what the suites print, one file each, kept until the next run. */
const LOGS = 'artifacts/test-logs';
const SLOWEST = 10;

/**
 * Runs the suites called `names` (when empty, all but those that want to be named), one line each, to the last even when one fails.
 * Ends with what failed, what was flaky, the slowest files and the line of the counts, and gives the exit code. `TEST_BASE` names the commit that
 * the change under test starts from: a file that the change edits gets no second run.
 */
export async function runSuites(projectDir: string, names: string[]): Promise<number> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new PlainError(`There is no suite "${unknown.join('", "')}". There are: ${suites.map((suite) => suite.name).join(', ')}.`);
  generateDatabaseClient(projectDir);
  const reports = mkdtempSync(join(tmpdir(), 'watchroom-reports-'));
  const logs = join(projectDir, LOGS);
  mkdirSync(logs, { recursive: true });
  const env = { ...process.env };
  for (const name of NOT_FOR_TESTS) delete env[name];
  const touched = await touchedFiles(projectDir, process.env.TEST_BASE);
  const outcomes: Outcome[] = [];
  try {
    const chosen = suites.filter(({ name, byNameOnly }) => (names.length === 0 ? !byNameOnly : names.includes(name)));
    const run = async (suite: Suite) => {
      const since = Date.now();
      const logFile = join(logs, `${suite.name}.log`);
      writeFileSync(logFile, '');
      console.log(`… ${suite.name} (what it prints: ${LOGS}/${suite.name}.log)`);
      const outcome = inTime(suite, await runSuite(suite, { projectDir, env, reports, touched, logFile }), Date.now() - since);
      outcomes.push(outcome);
      console.log(`${outcome.count.failed === 0 ? '✓' : '✗'} ${suite.name}: ${summary(outcome.count)}  ${seconds(Date.now() - since)}`);
    };
    await Promise.all(chosen.filter(({ besideOthers }) => besideOthers).map(run));
    for (const suite of chosen.filter(({ besideOthers }) => !besideOthers)) await run(suite);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return report(outcomes);
}

function inTime({ name, budgetS }: Suite, outcome: Outcome, ms: number): Outcome {
  const problem = budgetProblem(name, budgetS, ms);
  if (problem === null) return outcome;
  return { ...outcome, count: { ...outcome.count, failed: outcome.count.failed + 1 }, failures: [...outcome.failures, problem] };
}

function report(outcomes: readonly Outcome[]): number {
  const slowest = outcomes.flatMap(({ files }) => files).sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  const flaky = outcomes.flatMap((outcome) => outcome.flaky);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (slowest.length > 0) say(['The slowest files:', ...slowest.map(({ file, ms }) => `  ${seconds(ms)}  ${file}`)]);
  say(failures);
  if (flaky.length > 0) say([...flaky.map(({ file, test }) => `FLAKY: ${file} › ${test}`), `${flaky.length} flaky: failed among the others, passed alone. Each is a defect.`]);
  const all = total(outcomes.map(({ count }) => count));
  console.log(`\n${summary(all)}`);
  return all.failed === 0 ? 0 : 1;
}

function say(lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${lines.join('\n')}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
