import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '@/lib/core/parse-json';
import type { Result } from './evaluate';
import type { Sample } from './sample';

const REMOVED = '[removed]';

/** What was found, for programs: results.json. */
export interface Findings {
  readonly url: string;
  readonly at: string;
  readonly passed: number;
  readonly failed: number;
  readonly checks: readonly Result[];
}

/** Counts results. `at`: when the check was made. */
export function findingsOf(url: string, at: Date, checks: readonly Result[]): Findings {
  const passed = checks.filter((check) => check.passed).length;
  return { url, at: at.toISOString(), passed, failed: checks.length - passed, checks };
}

/** Writes the evidence into a folder, which is made. None of `secrets` stands in it, even where the instance wrote one. Throws when it cannot write. */
export function writeEvidence(dir: string, findings: Findings, { rest, stream }: Sample, secrets: readonly string[]): void {
  mkdirSync(dir, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(dir, name), withoutSecrets(text, secrets));
  const payload = parseJson(rest.text);
  write('stream-sample.txt', stream.chunks.map(({ text }) => text).join(''));
  write('snapshot.json', payload === undefined ? rest.text : `${JSON.stringify(payload, null, 2)}\n`);
  write('results.json', `${JSON.stringify(findings, null, 2)}\n`);
  write('results.md', markdownOf(findings));
}

/** The secrets in a `cookie` header: every value that is long enough to be one. */
export function secretsOf(cookie: string): string[] {
  return cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((value) => value.length >= 16);
}

/** A text without the secrets, as they are and as JSON and addresses write them. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), safelyDecoded(secret)]);
  return forms.filter((form) => form !== '').reduce((rest, form) => rest.replaceAll(form, REMOVED), text);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The findings as a table that a person can read. */
export function markdownOf({ url, at, passed, failed, checks }: Findings): string {
  const rows = checks.map((check) => `| ${check.passed ? 'passed' : '**failed**'} | ${cell(check.group)} | ${cell(check.name)} | ${cell(check.detail)} |`);
  return ['# Infrastructure contract', '', `${url}, ${at}: ${passed} passed, ${failed} failed.`, '', '| result | group | what must hold | what was seen |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|`<>]/g, (character) => `\\${character}`);
}
