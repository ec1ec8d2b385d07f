import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evaluate } from './evaluate';
import { findingsOf, secretsOf, writeEvidence } from './evidence';
import { goodSample } from './testing/good-sample';

const COOKIE = 'next-auth.csrf-token=0123456789abcdef%7Cfedcba; next-auth.session-token=eyJhbGciOiJkaXIi.xyz_-123';
const dir = mkdtempSync(join(tmpdir(), 'watchroom-evidence-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (sample = goodSample(), secrets: string[] = []) => {
  writeEvidence(join(dir, 'new'), findingsOf('http://x', new Date('2026-01-31T12:00:00.000Z'), evaluate(sample)), sample, secrets);
  return Object.fromEntries(readdirSync(join(dir, 'new')).map((name) => [name, readFileSync(join(dir, 'new', name), 'utf8')]));
};

describe('the evidence', () => {
  it('is the stream as it came, the snapshot, and the results for programs and people', () => {
    const files = write();
    const sample = goodSample();
    expect(files['stream-sample.txt']).toBe(sample.stream.chunks.map(({ text }) => text).join(''));
    expect(JSON.parse(files['snapshot.json'] ?? '')).toEqual(JSON.parse(sample.rest.text));
    const results = JSON.parse(files['results.json'] ?? '') as { checks: unknown[] };
    expect(results).toMatchObject({ url: 'http://x', at: '2026-01-31T12:00:00.000Z', failed: 0, passed: results.checks.length });
    expect(results.checks[0]).toEqual({ id: 'access.rest.exists', group: 'Who may look', name: 'GET /api/infrastructure answers 200 to somebody signed in', passed: true, detail: '200' });
    expect(files['results.md']?.match(/^\| passed \|/gm)).toHaveLength(results.checks.length);
  });

  it('keeps an answer that is no JSON as it is, and a table whole whatever it holds', () => {
    const sample = goodSample();
    const files = write({ ...sample, rest: { ...sample.rest, text: '<b>|no|\n' } });
    expect(files['snapshot.json']).toBe('<b>|no|\n');
    for (const row of files['results.md']?.split('\n').filter((line) => line.startsWith('| ')) ?? []) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  it('holds no secret, even where the instance sent one back', () => {
    const secrets = [...secretsOf(COOKIE), 'pass"word'];
    expect(secrets).toHaveLength(3);
    const sample = goodSample();
    const echo = JSON.stringify({ success: COOKIE, status: 'pass"word' });
    const files = write({ ...sample, rest: { ...sample.rest, text: echo }, stream: { ...sample.stream, chunks: [{ atMs: 1, text: `:${COOKIE} pass"word\n\n` }] } }, secrets);
    expect(files['snapshot.json']).toContain('[removed]');
    const all = Object.values(files).join('\n');
    for (const leak of ['0123456789abcdef', 'eyJhbGciOiJkaXIi', 'pass"word', 'pass\\"word']) expect(all).not.toContain(leak);
  });
});
