import { z } from 'zod';
import { createBonfireSchema, type CreateBonfire } from '@/lib/protocol/bonfire';
import { parseEnd, parseStart } from './parse-when';

/** What a form for a notice holds. Times are text as `parseStart` and `parseEnd` read it. */
export const draftSchema = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  municipality: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  material: z.string(),
  extent: z.string(),
  extinguishing: z.string(),
  responsible: z.string(),
  landownerConsent: z.boolean(),
});
export type Draft = z.infer<typeof draftSchema>;
export type DraftField = keyof Draft;

/** A notice ready to be sent. */
export type ReadyBonfire = z.output<typeof createBonfireSchema>;

export const EMPTY_DRAFT: Draft = {
  name: '',
  phone: '',
  address: '',
  municipality: '',
  startsAt: '',
  endsAt: '',
  material: '',
  extent: '',
  extinguishing: '',
  responsible: '',
  landownerConsent: false,
};

/** How a form is to be read. */
export interface DraftRules {
  /** The server's time, milliseconds. Asked for at each check: drafts wait. */
  readonly now: () => number;
  /** Whether an empty start means now. */
  readonly startsNow: boolean;
}

/** When the fire of a draft starts and ends, milliseconds; NaN for what cannot be read. */
export function timesOf({ startsAt, endsAt }: Pick<Draft, 'startsAt' | 'endsAt'>, { now, startsNow }: DraftRules): { readonly start: number; readonly end: number } {
  const at = now();
  const start = startsNow && startsAt.trim() === '' ? at : parseStart(startsAt, at);
  return { start, end: parseEnd(endsAt, start) };
}

/** Checks a draft as the server will, and gives the notice. Problems are told at the form's own fields. */
export function noticeSchema(rules: DraftRules) {
  return draftSchema.transform((draft, context): ReadyBonfire => {
    const { start, end } = timesOf(draft, rules);
    const parsed = createBonfireSchema.safeParse(toBonfire(draft, start, end));
    if (parsed.success) return parsed.data;
    const told = new Set<DraftField | null>();
    for (const issue of parsed.error.issues) {
      const field = fieldOf(issue.path.join('.'));
      // One sentence a field; and an end that is there has no meaning before its start.
      if (told.has(field) || (field === 'endsAt' && Number.isNaN(start) && draft.endsAt.trim() !== '')) continue;
      told.add(field);
      const unread = (field === 'startsAt' && Number.isNaN(start)) || (field === 'endsAt' && Number.isNaN(end));
      context.addIssue({ code: 'custom', path: field ? [field] : [], message: unread ? 'Write it as 18:30 or 2026-11-20 18:30.' : issue.message });
    }
    return z.NEVER;
  });
}

/** The form's field that a problem belongs to, by the name the server has for it. */
export function fieldOf(path: string): DraftField | null {
  const name = path.startsWith('place') ? 'address' : path;
  const known = draftSchema.keyof().safeParse(name);
  return known.success ? known.data : null;
}

/** Whether somebody has put work into it. */
export function hasContent(draft: Draft): boolean {
  return Object.values(draft).some((value) => (typeof value === 'string' ? value.trim() !== '' : value));
}

function toBonfire({ address, ...draft }: Draft, start: number, end: number): CreateBonfire {
  return { ...draft, place: { address }, startsAt: iso(start), endsAt: iso(end) };
}

function iso(at: number): string {
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}
