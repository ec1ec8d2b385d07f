import { describe, expect, it } from 'vitest';
import { budgetProblem } from './budget';
import { suites } from './suites';

describe('the time budget of a suite', () => {
  it('is passed by more than a quarter before the suite fails, with words', () => {
    expect(budgetProblem('lint', 60, 75_000)).toBeNull();
    expect(budgetProblem('lint', 60, 75_001)).toMatch(/^lint took 75 s; its budget is 60 s\./);
    expect(budgetProblem('load', undefined, 1e9)).toBeNull();
  });

  it('is there for every suite of npm test', () => {
    expect(suites.filter(({ byNameOnly, budgetS }) => !byNameOnly && budgetS === undefined)).toEqual([]);
  });
});
