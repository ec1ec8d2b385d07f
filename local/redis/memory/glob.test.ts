import { expect, test } from 'vitest';
import { globMatcher } from './glob';

test.each([
  ['*', ['', 'a', 'a\nb'], []],
  ['wr:*:log', ['wr:x:log', 'wr::log'], ['wr:log', 'wr:x:log2']],
  ['h?llo', ['hello', 'h.llo'], ['hllo', 'heello']],
  ['h[ae]llo', ['hello', 'hallo'], ['hillo']],
  ['h[^e]llo', ['hallo'], ['hello']],
  ['h[b-d]llo', ['hcllo'], ['hello', 'h-llo']],
  ['h[d-b]llo', ['hcllo'], ['hello']],
  ['a\\*b', ['a*b'], ['axb']],
  ['a.b+c$', ['a.b+c$'], ['axb+c$', 'a.bbc$']],
  ['a[]-]', [], ['a]', 'a-']],
])('the pattern %s matches what Redis says it does', (pattern, matching, others) => {
  const matches = globMatcher(pattern);
  expect(matching.filter((name) => !matches(name))).toEqual([]);
  expect(others.filter((name) => matches(name))).toEqual([]);
});

test('a pattern of many stars stays quick on a name it does not match', () => {
  const startedAt = performance.now();
  expect(globMatcher('*'.repeat(40) + 'b')('a'.repeat(5_000))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
