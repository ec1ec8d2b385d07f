/**
 * Runs suites many times in a row and says which tests ever failed: `npm run repeat -- 20 [suite …]`, the system and browser suites when none is
 * named. A test that passed when it ran again counts as a failure here. Exit code 0 when none did.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { messageOf, PlainError } from '../plain-error';

const SUITES = ['system', 'browser'];
/** `✗ browser: 107 passed, 1 failed  401.2 s` has a mark; a failed or flaky test is named by its file. */
const NAMED = /^(?:FLAKY: )?(\S+\.(?:test\.tsx?|spec\.ts) › .*)$/;
const COUNTS = /^\d+ passed, \d+ failed/;

interface Run {
  readonly counts: string;
  readonly failed: readonly string[];
  readonly seconds: number;
}

function runOnce(suites: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const since = Date.now();
    const child = spawn(process.execPath, ['local/test.mjs', ...suites], { stdio: ['ignore', 'pipe', 'inherit'] });
    const failed: string[] = [];
    let counts = 'no counts';
    createInterface(child.stdout).on('line', (line) => {
      const name = NAMED.exec(line)?.[1];
      if (name) failed.push(name);
      if (COUNTS.test(line)) counts = line;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0 && failed.length === 0) failed.push(`the run itself, which ended with code ${code}`);
      resolve({ counts, failed, seconds: Math.round((Date.now() - since) / 1_000) });
    });
  });
}

async function main(args: readonly string[]): Promise<number> {
  const [times = '20', ...named] = args;
  const count = Number(times);
  if (!Number.isInteger(count) || count < 1) throw new PlainError('Say how often, as a whole number: npm run repeat -- 20');
  const suites = named.length > 0 ? named : SUITES;
  const failures = new Map<string, number>();
  for (let run = 1; run <= count; run += 1) {
    const { counts, failed, seconds } = await runOnce(suites);
    for (const name of failed) failures.set(name, (failures.get(name) ?? 0) + 1);
    console.log(`${run} of ${count}: ${counts}, ${seconds} s${failed.map((name) => `\n    ${name}`).join('')}`);
  }
  const often = [...failures].sort(([, a], [, b]) => b - a);
  console.log(`\n${often.length === 0 ? `No test failed in ${count} runs.` : `Failed in ${count} runs:`}${often.map(([name, n]) => `\n  ${n} × ${name}`).join('')}`);
  return often.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 2;
  },
);
