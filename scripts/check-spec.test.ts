import { describe, expect, it } from 'vitest';
import { specProblems } from './check-spec.mjs';

// Put together, so that the check does not take these for tests of the project.
const source = (...names: string[]) => names.map((name) => `it${'('}'${name}', () => {`).join('\n');
const spec = '### RT1 · A\n\n- `a.test.ts` › does it [RT1]\n';

describe('the check of the specification', () => {
  it('passes what fits both ways', () => {
    expect(specProblems(spec, new Map([['a.test.ts', source('does it [RT1]')]]))).toEqual([]);
  });

  it.each([
    ['a named test that is not there', spec, source(), 'no test'],
    ['a tagged test that is not named', '### RT1 · A\n\n- `a.test.ts` › does it [RT1]\n', source('does it [RT1]', 'and that [RT1]'), 'not named'],
    ['an invariant without a test', `${spec}### RT2 · B\n`, source('does it [RT1]'), 'RT2 names no test'],
    ['a tag that no invariant has', spec, source('does it [RT1]', 'other [RT9]'), 'RT9'],
  ])('refuses %s', (_what, text, tests, words) => {
    expect(specProblems(text, new Map([['a.test.ts', tests]])).join()).toContain(words);
  });
});
