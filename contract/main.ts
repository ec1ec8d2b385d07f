import { messageOf } from '@/local/plain-error';
import { evaluate, type Result } from './evaluate';
import { findingsOf, secretsOf, withoutSecrets, writeEvidence } from './evidence';
import { readOptions } from './options';
import { signIn } from './sign-in';
import { takeSample } from './take-sample';

/** Runs the check and gives the exit code: 0 all held, 1 something did not. Rejects when it cannot run. */
async function main(): Promise<number> {
  const { baseUrl, account, seconds, outDir } = readOptions(process.argv.slice(2), process.env, new Date());
  const cookie = await signIn(baseUrl, account);
  console.log(`Looking at ${baseUrl} for ${seconds} s …`);
  const at = new Date();
  const sample = await takeSample(baseUrl, cookie, seconds);
  const findings = findingsOf(baseUrl, at, evaluate(sample));
  const secrets = [...secretsOf(cookie), account.password];
  writeEvidence(outDir, findings, sample, secrets);
  console.log(withoutSecrets(linesOf(findings.checks).join('\n'), secrets));
  console.log(`\n${findings.passed} passed, ${findings.failed} failed. The evidence is in ${outDir}.`);
  return findings.failed === 0 ? 0 : 1;
}

function linesOf(checks: readonly Result[]): string[] {
  return checks.flatMap((check, index) => [
    ...(check.group === checks[index - 1]?.group ? [] : ['', check.group]),
    `  ${check.passed ? '✓' : '✗'} ${check.name}: ${check.detail}`,
  ]);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 2;
  },
);
