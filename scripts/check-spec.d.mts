/** See check-spec.mjs. */
export function specProblems(spec: string, tests: ReadonlyMap<string, string>): string[];
