/**
 * Holds docs/realtime-spec.md and the tests to each other: every invariant names at least one test, every named test
 * exists and bears the invariant's tag, and every tagged test is named. Usage: node scripts/check-spec.mjs
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEADING = /^### (RT\d+) · /;
const REFERENCE = /^- `([^`]+)` › (.+) \[(RT\d+)\]$/;
const TAGGED_NAME = /(?:it|test)(?:\.each\([^)]*\))?\(\s*'((?:[^'\\]|\\.)*)'/g;
const TAG = /\[(RT\d+)\]/g;
const SKIPPED = new Set(['node_modules', 'generated', 'artifacts', 'test-results']);

/**
 * @param {string} spec the text of the specification
 * @param {Map<string, string>} tests test files by path, with their text
 * @returns {string[]} what does not fit, each as a sentence
 */
export function specProblems(spec, tests) {
  const problems = [];
  const named = new Set();
  const counts = new Map();
  let current = '';
  for (const line of spec.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading) {
      current = heading[1];
      if (counts.has(current)) problems.push(`${current} is there twice.`);
      counts.set(current, 0);
    }
    const reference = REFERENCE.exec(line);
    if (!reference) continue;
    const [, file, name, tag] = reference;
    if (tag !== current) problems.push(`${current} names a test of ${tag}: ${name}`);
    counts.set(current, (counts.get(current) ?? 0) + 1);
    named.add(`${file} › ${name} [${tag}]`);
    if (!tests.get(file)?.includes(`'${name} [${tag}]'`)) problems.push(`${tag}: there is no test “${name} [${tag}]” in ${file}.`);
  }
  for (const [invariant, count] of counts) if (count === 0) problems.push(`${invariant} names no test.`);
  for (const [file, text] of tests) {
    for (const [, name] of text.matchAll(TAGGED_NAME)) {
      for (const [, tag] of name.matchAll(TAG)) {
        if (!named.has(`${file} › ${name}`)) problems.push(`${file}: “${name}” is not named under ${tag}.`);
      }
    }
  }
  return problems;
}

function testFiles(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return entry.name.startsWith('.') || SKIPPED.has(entry.name) ? [] : testFiles(root, path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const tests = new Map(testFiles(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const problems = specProblems(readFileSync(join(root, 'docs/realtime-spec.md'), 'utf8'), tests);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
