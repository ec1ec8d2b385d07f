import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { generateDatabaseClient } from '../start/generate';
import { type Count, summary, total } from './count';
import { runSuite, suites, type Suite } from './suites';

/** Settings of a developer's own board must not reach the tests, which start everything they need. */
const NOT_FOR_TESTS = [
  'DATABASE_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'REDIS_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'CRON_SECRET',
  'METRICS_TOKEN', 'LOG_TOKEN', 'TRUSTED_PROXIES', 'WEBHOOK_TOKEN', 'INFRA_INTERVAL_MS', 'INFRA_COLLECT', 'CARDS_WARM', 'CARD_TIMEOUT_MS', 'DEMO', 'PORT', 'HOST', 'WATCHROOM_DATA', 'WATCHROOM_DIST_DIR', 'NODE_ENV',
];

/**
 * Runs the suites called `names` (when empty, all but those that want to be named), each with a heading and its time, to the last even when one
 * fails. Ends with what failed and the line of the counts and gives the exit code.
 */
export async function runSuites(projectDir: string, names: string[]): Promise<number> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new PlainError(`There is no suite "${unknown.join('", "')}". There are: ${suites.map((suite) => suite.name).join(', ')}.`);
  generateDatabaseClient(projectDir);
  const reports = mkdtempSync(join(tmpdir(), 'watchroom-reports-'));
  const env = { ...process.env };
  for (const name of NOT_FOR_TESTS) delete env[name];
  const counts: Count[] = [];
  const lines: string[] = [];
  const failures: string[] = [];
  try {
    const chosen = suites.filter(({ name, byNameOnly }) => (names.length === 0 ? !byNameOnly : names.includes(name)));
    const run = async (suite: Suite) => {
      console.log(`\n== ${suite.name} ==`);
      const since = Date.now();
      const count = await runSuite(suite, { projectDir, env, reports, failures });
      counts.push(count);
      const line = `${count.failed === 0 ? '✓' : '✗'} ${suite.name}: ${summary(count)}  ${((Date.now() - since) / 1000).toFixed(1)} s`;
      lines.push(line);
      console.log(line);
    };
    await Promise.all(chosen.filter(({ besideOthers }) => besideOthers).map(run));
    for (const suite of chosen.filter(({ besideOthers }) => !besideOthers)) await run(suite);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const all = total(counts);
  console.log(`\n${lines.join('\n')}\n`);
  if (failures.length > 0) console.log(`${failures.join('\n')}\n`);
  console.log(summary(all));
  return all.failed === 0 ? 0 : 1;
}
