import { patchCodeSchema } from '@/lib/protocol/status-code';
import type { StatusCode, UnitState } from '@/lib/protocol/unit';

/** A status code as it stands in its form. Seconds are text, as they are typed. */
export interface CodeFields {
  readonly text: string;
  readonly state: UnitState;
  readonly colour: string;
  readonly requiresNote: boolean;
  readonly requiresMinutes: boolean;
  readonly warnSeconds: string;
  readonly alertSeconds: string;
}
export type CodeField = keyof CodeFields;

/** What somebody has typed over a code, and the code as it was when they began. */
export interface CodeDraft {
  readonly base: StatusCode;
  readonly typed: Partial<CodeFields>;
}

export const FIELD_WORDS: Readonly<Record<CodeField, string>> = {
  text: 'text',
  state: 'meaning',
  colour: 'colour',
  requiresNote: 'note',
  requiresMinutes: 'minutes',
  warnSeconds: 'warning',
  alertSeconds: 'alert',
};
const FIELDS = Object.keys(FIELD_WORDS) as CodeField[];

/** The fields of a code as a form shows them. */
export function fieldsOf(code: StatusCode): CodeFields {
  const { text, state, colour, requiresNote, requiresMinutes, warnSeconds, alertSeconds } = code;
  return { text, state, colour: colour ?? '', requiresNote, requiresMinutes, warnSeconds: warnSeconds?.toString() ?? '', alertSeconds: alertSeconds?.toString() ?? '' };
}

/** Types into a field; null when that brings the code back to what it was. */
export function typeInto<F extends CodeField>(draft: CodeDraft, field: F, value: CodeFields[F]): CodeDraft | null {
  const shown = fieldsOf(draft.base);
  const typed = { ...draft.typed, [field]: value };
  const left = Object.fromEntries(Object.entries(typed).filter(([name, entry]) => entry !== shown[name as CodeField])) as Partial<CodeFields>;
  return Object.keys(left).length > 0 ? { base: draft.base, typed: left } : null;
}

/** What the form shows: what was typed, and for the rest the newest that is known. */
export function shownFields(draft: CodeDraft | undefined, current: StatusCode): CodeFields {
  return { ...fieldsOf(current), ...draft?.typed };
}

/** The fields that somebody else changed since the typing began. */
export function changedMeanwhile(draft: CodeDraft, current: StatusCode): CodeField[] {
  const before = fieldsOf(draft.base);
  const now = fieldsOf(current);
  return FIELDS.filter((field) => before[field] !== now[field]);
}

/** What is wrong with a draft, by field. */
export type CodeProblems = Partial<Record<CodeField, string>>;

/** The request that a draft makes, or what is wrong with it. The limits go together: one may only be judged by the other. */
export function patchOf(draft: CodeDraft, current: StatusCode): { readonly patch: Record<string, unknown> } | { readonly problems: CodeProblems } {
  const shown = shownFields(draft, current);
  const { warnSeconds, alertSeconds, ...rest } = draft.typed;
  const limitsTyped = warnSeconds !== undefined || alertSeconds !== undefined;
  const limits = limitsTyped ? { warnSeconds: secondsOf(shown.warnSeconds), alertSeconds: secondsOf(shown.alertSeconds) } : {};
  const patch = { version: draft.base.version, ...rest, ...limits };
  const checked = patchCodeSchema.safeParse(patch);
  if (checked.success) return { patch };
  const problems = checked.error.issues.map(({ path: [field], message }) => [FIELDS.find((name) => name === field) ?? 'text', message] as const);
  return { problems: Object.fromEntries(problems) };
}

// What is no number stays wrong until it is corrected; it never turns into "never".
function secondsOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
