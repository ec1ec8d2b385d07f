import { ownValue } from '@/lib/core/own-value';
import { RequestError } from '@/lib/queries/http';

/** What is wrong with an account's form, by field. */
export type AccountProblems = Partial<Record<'name' | 'email' | 'role' | 'password', string>>;

const FIELDS = ['name', 'email', 'role', 'password'] as const;

/** Sentences of a refusal, each beside the field that it is about. */
export function problemsOf(found: readonly { readonly path: PropertyKey | readonly PropertyKey[]; readonly message: string }[]): AccountProblems {
  const byPath = Object.fromEntries(found.map(({ path, message }) => [String(Array.isArray(path) ? path[0] : path), message]));
  return Object.fromEntries(FIELDS.flatMap((field) => (ownValue(byPath, field) === undefined ? [] : [[field, ownValue(byPath, field)]])));
}

/** How a refused request is told: beside its fields, or in one sentence. */
export function refusalOf(error: unknown): { readonly problems: AccountProblems; readonly words: string | null } {
  const problems = error instanceof RequestError ? problemsOf(error.fields) : {};
  const told = Object.keys(problems).length > 0;
  return { problems, words: told ? null : error instanceof Error ? error.message : 'The reason is not known. Try again.' };
}
