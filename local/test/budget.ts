/** By how much a suite may pass its budget before it fails: a machine has bad days. */
const SLACK = 1.25;

/** Says that a suite took too long, with what to do; null while it did not. `budgetS`: seconds on two cores, none where left out. */
export function budgetProblem(name: string, budgetS: number | undefined, ms: number): string | null {
  if (budgetS === undefined || ms <= budgetS * SLACK * 1_000) return null;
  return `${name} took ${Math.round(ms / 1_000)} s; its budget is ${budgetS} s.\n    Look at the slowest files, or raise the budget in local/test/suites.ts and say why.`;
}
