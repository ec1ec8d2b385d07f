import { z } from 'zod';
import { codeProblem, sameCode } from './status-code-text';
import { lineOfText } from './text';
import { tidyText } from './text-rules';
import { UNIT_STATES, unitStateSchema, type StatusCode, type UnitState } from './unit';

/** How many codes a list has at most. */
export const MOST_CODES = 100;
export const CODE_TEXT_MAX = 40;

/** What a code can mean: everything but what only the system sets. */
export const CODE_STATES = UNIT_STATES.filter((state): state is Exclude<UnitState, 'alerted'> => state !== 'alerted');

const stateField = unitStateSchema.exclude(['alerted']);
const seconds = z.int('Give whole seconds.').min(10, 'Give at least 10 seconds.').max(86_400 * 7, 'Give at most a week.').nullable();

const codeField = z
  .string()
  .overwrite(tidyText)
  .superRefine((text, context) => {
    const message = codeProblem(text);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** `#rrggbb` or `#rgb`, in any case; blank is none. */
const colourField = z
  .string()
  .transform((text) => colourOf(text))
  .refine((colour) => colour !== undefined, 'Write a colour as #1f6feb.')
  .transform((colour) => colour ?? null)
  .nullable();

const meaning = { text: lineOfText(CODE_TEXT_MAX), state: stateField };
const extras = {
  colour: colourField.optional(),
  requiresNote: z.boolean().optional(),
  requiresMinutes: z.boolean().optional(),
  warnSeconds: seconds.optional(),
  alertSeconds: seconds.optional(),
};

interface Limits {
  readonly warnSeconds?: number | null | undefined;
  readonly alertSeconds?: number | null | undefined;
}

/** Said where the alert is not later than the warning. */
export const LIMITS_PROBLEM = 'The alert must come after the warning.';

/** Whether an alert comes after its warning, where there are both. */
export function limitsFit({ warnSeconds, alertSeconds }: Limits): boolean {
  return !warnSeconds || !alertSeconds || warnSeconds < alertSeconds;
}

/** The body of `POST /api/units/codes`, and a line of a whole list. */
export const newCodeSchema = z.strictObject({ code: codeField, ...meaning, ...extras }).refine(limitsFit, { path: ['alertSeconds'], message: LIMITS_PROBLEM });
export type NewCode = z.output<typeof newCodeSchema>;

/** The body of `PATCH /api/units/codes/:code`. */
export const patchCodeSchema = z.strictObject({ version: z.int(), text: meaning.text.optional(), state: stateField.optional(), ...extras }).refine(limitsFit, { path: ['alertSeconds'], message: LIMITS_PROBLEM });

/** The body of `PATCH /api/units/codes`: every code once, in its new order. `version`: the `codesVersion` that was seen. */
export const orderCodesSchema = z.strictObject({ version: z.int(), order: z.array(z.string()).max(MOST_CODES) });

/** What is done with the codes that a list does not name: they stay, or go. */
export const codesModeSchema = z.enum(['merge', 'replace']);
export type CodesMode = z.infer<typeof codesModeSchema>;

/** The body of `PUT /api/units/codes`: a whole list, or lines for the one there is. `version`: the `codesVersion` that was seen. */
export const putCodesSchema = z.strictObject({
  version: z.int(),
  mode: codesModeSchema,
  codes: z.array(newCodeSchema).min(1, 'There is no code in it.').max(MOST_CODES, `A list has at most ${MOST_CODES} codes.`),
});

/** What a list of codes makes of the present one. `problems` by the index of their line; nothing may be saved while there is one. */
export interface CodesPlan {
  readonly problems: readonly { readonly index: number; readonly message: string }[];
  readonly next: readonly FullCode[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** A code without what the list gives it. */
export type FullCode = Omit<StatusCode, 'position' | 'version' | 'removed'>;

/** Plans what `given` makes of the codes that can be set now, in their order. What a line leaves out stays as it is. */
export function planCodes(present: readonly StatusCode[], given: readonly NewCode[], mode: CodesMode): CodesPlan {
  const before = new Map(present.map((code) => [code.code, code]));
  const named = new Map(given.map((line) => [line.code, fullCode(line, before.get(line.code))]));
  const kept = mode === 'merge' ? present.map((code) => named.get(code.code) ?? fieldsOf(code)) : [];
  const isKept = new Set(kept.map(({ code }) => code));
  const next = [...kept, ...[...named.values()].filter(({ code }) => !isKept.has(code))];
  const problems = given.flatMap((line, index) => {
    const message = lineProblem(line, index, given, mode === 'merge' ? present : []) ?? (limitsFit(named.get(line.code) ?? {}) ? null : LIMITS_PROBLEM);
    return message === null ? [] : [{ index, message }];
  });
  if (next.length > MOST_CODES) problems.push({ index: given.length - 1, message: `With this there are ${next.length} codes; a list has at most ${MOST_CODES}.` });
  const added = next.filter(({ code }) => !before.has(code));
  const changed = next.filter((code) => {
    const old = before.get(code.code);
    return old !== undefined && JSON.stringify(fieldsOf(old)) !== JSON.stringify(code);
  });
  const stays = new Set(next.map(({ code }) => code));
  return { problems, next, added: names(added), changed: names(changed), removed: names(present.filter(({ code }) => !stays.has(code))) };
}

function lineProblem({ code }: NewCode, index: number, given: readonly NewCode[], present: readonly StatusCode[]): string | null {
  const first = given.findIndex((line) => sameCode(line.code, code));
  if (first < index) return `${code} stands in it twice.`;
  const other = present.find((one) => one.code !== code && sameCode(one.code, code));
  return other ? `There is a code ${other.code} already. Write it in the same way.` : null;
}

/** A given code with every field: what it leaves out is as before, or as in a new one. */
export function fullCode(given: NewCode, before: StatusCode | undefined): FullCode {
  const { code, text, state } = given;
  return {
    code,
    text,
    state,
    colour: given.colour === undefined ? (before?.colour ?? null) : given.colour,
    requiresNote: given.requiresNote ?? before?.requiresNote ?? false,
    requiresMinutes: given.requiresMinutes ?? before?.requiresMinutes ?? false,
    warnSeconds: given.warnSeconds === undefined ? (before?.warnSeconds ?? null) : given.warnSeconds,
    alertSeconds: given.alertSeconds === undefined ? (before?.alertSeconds ?? null) : given.alertSeconds,
  };
}

function fieldsOf(code: StatusCode): FullCode {
  return fullCode({ code: code.code, text: code.text, state: stateField.parse(code.state) }, code);
}

function names(codes: readonly { readonly code: string }[]): string[] {
  return codes.map(({ code }) => code);
}

function colourOf(text: string): string | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return null;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(typed);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  return /^#[0-9a-f]{6}$/.test(typed) ? typed : undefined;
}
