import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** What was wrong and what was expected, as sentences. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** Throws Problem unless it is so. */
export function demand(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new Problem(sentence);
}

/** A value as it stands in a sentence, cut when it is long. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `"${text.length > 160 ? `${text.slice(0, 160)}…` : text}"`;
}

/** What an answer as JSON must bear. */
export const JSON_TYPE = { field: 'content-type', fits: /^application\/json\s*(;|$)/i, wanted: 'application/json' } as const;
export const NO_STORE = { field: 'cache-control', fits: /\bno-store\b/i, wanted: 'no-store' } as const;

/** Gives the value of a header. Throws Problem unless it is as wanted. */
export function demandHeader(headers: Readonly<Record<string, string>>, { field, fits, wanted }: { readonly field: string; readonly fits: RegExp; readonly wanted: string }): string {
  const value = headers[field];
  demand(value !== undefined, `There is no ${field}. Expected was ${wanted}.`);
  demand(fits.test(value), `The ${field} is ${quote(value)}. Expected was ${wanted}.`);
  return value;
}

/** Throws Problem unless `value` is exactly what the schema describes, without anything beside it. */
export function demandSchema(schema: z.ZodType, value: unknown, what: string): void {
  const parsed = schema.safeParse(value);
  const issue = parsed.error?.issues[0];
  demand(parsed.success, `${what} does not fit its schema at ${quote(issue?.path.join('.') || 'the top')}: ${issue?.message ?? 'no reason given'}.`);
  demand(isDeepStrictEqual(parsed.data, value), `${what} holds fields that its schema does not name.`);
}
