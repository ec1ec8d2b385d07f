import { z } from 'zod';
import { foldText } from '@/lib/core/fold-text';
import { clientMsgIdSchema } from './client-msg-id';
import { contactField } from './contacts';
import { ID } from './id';
import { givenInstant, instant } from './instant';
import { personSchema } from './person';
import { addressedPlaceSchema, givenAddressedPlaceSchema } from './place';
import { prioritySchema } from './incident';
import type { Permission } from './permissions';
import { lineOfText, linesOfText } from './text';

export const BONFIRE_STATUSES = ['registered', 'active', 'overdue', 'reported_extinguished', 'closed', 'cancelled', 'rejected', 'escalated'] as const;
export const bonfireStatusSchema = z.enum(BONFIRE_STATUSES);
export type BonfireStatus = z.infer<typeof bonfireStatusSchema>;

/** Statuses of fires that burn or will: what the board shows. */
export const OPEN_BONFIRE_STATUSES = ['registered', 'active', 'overdue', 'reported_extinguished'] as const satisfies readonly BonfireStatus[];

export const BONFIRE_ACTIONS = ['activate', 'report_extinguished', 'close', 'cancel', 'reject', 'escalate', 'mark_overdue'] as const;
export const bonfireActionSchema = z.enum(BONFIRE_ACTIONS);
export type BonfireAction = z.infer<typeof bonfireActionSchema>;

interface BonfireTransition {
  readonly from: readonly BonfireStatus[];
  readonly to: BonfireStatus;
  /** Null: only the watch over the clock does it. */
  readonly permission: Permission | null;
  readonly needsReason: boolean;
}

/** The life of a bonfire notice. The service, the buttons and the tests read this one table. */
export const BONFIRE_TRANSITIONS: Readonly<Record<BonfireAction, BonfireTransition>> = {
  activate: { from: ['registered'], to: 'active', permission: 'bonfires.write', needsReason: false },
  report_extinguished: { from: ['active', 'overdue'], to: 'reported_extinguished', permission: 'bonfires.write', needsReason: false },
  close: { from: ['reported_extinguished'], to: 'closed', permission: 'bonfires.write', needsReason: false },
  cancel: { from: ['registered'], to: 'cancelled', permission: 'bonfires.write', needsReason: false },
  reject: { from: ['registered'], to: 'rejected', permission: 'bonfires.write', needsReason: true },
  escalate: { from: ['active', 'overdue'], to: 'escalated', permission: 'bonfires.write', needsReason: false },
  mark_overdue: { from: ['active'], to: 'overdue', permission: null, needsReason: false },
};

/** The actions that a person can take in a status. */
export function bonfireActionsFrom(status: BonfireStatus): BonfireAction[] {
  return BONFIRE_ACTIONS.filter((action) => BONFIRE_TRANSITIONS[action].permission !== null && BONFIRE_TRANSITIONS[action].from.includes(status));
}

/** Whether any of it lies in the yearly ban, 15 April to 15 September, by the date in Norway. */
export function touchesBanPeriod(startsAt: string, endsAt: string): boolean {
  const days = [startsAt, endsAt].map((text) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(text)));
  const [from = '', to = ''] = days;
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => Number(from.slice(0, 4)) + index);
  return years.some((year) => from <= `${year}-09-15` && to >= `${year}-04-15`);
}

/** What a notice is called on the telephone: "3F2A-91BC". */
export function bonfireReference(bonfireId: string): string {
  const short = bonfireId.replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${short.slice(0, 4)}-${short.slice(4)}`;
}

/** A bonfire notice as everybody who may read bonfires gets it. */
export const bonfireSchema = z.object({
  id: z.string(),
  version: z.int(),
  status: bonfireStatusSchema,
  name: contactField(),
  phone: contactField(),
  place: addressedPlaceSchema,
  municipality: z.string(),
  startsAt: instant,
  endsAt: instant,
  material: z.string(),
  extent: z.string(),
  extinguishing: z.string(),
  responsible: contactField(),
  landownerConsent: z.boolean(),
  inBanPeriod: z.boolean(),
  source: z.enum(['dispatcher', 'public']),
  createdAt: instant,
  createdBy: personSchema.nullable(),
  statusSince: instant,
  statusReason: z.string().nullable(),
  incidentId: z.string().nullable(),
  /** It came in beyond a burst and waits for somebody to look at it. */
  held: z.boolean().default(false),
});
export type Bonfire = z.infer<typeof bonfireSchema>;

const MAX_DURATION_MS = 7 * 86_400_000;
const PHONE = /^\+?[0-9][0-9 ()-]{4,22}[0-9]$/;

/** The body of `POST /api/bonfires` and `POST /api/public/bonfires`. */
export const createBonfireSchema = z
  .strictObject({
    name: lineOfText(80),
    phone: z.string().trim().regex(PHONE, 'Give a telephone number that can be called back.'),
    place: givenAddressedPlaceSchema,
    municipality: lineOfText(60),
    startsAt: givenInstant,
    endsAt: givenInstant,
    material: lineOfText(120),
    extent: lineOfText(120),
    extinguishing: lineOfText(160),
    responsible: lineOfText(80),
    landownerConsent: z.boolean(),
    clientMsgId: clientMsgIdSchema.nullish(),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), { path: ['endsAt'], message: 'The end must lie after the start.' })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= MAX_DURATION_MS, { path: ['endsAt'], message: 'A notice is good for a week at most.' })
  .refine(({ endsAt }) => Date.parse(endsAt) > Date.now(), { path: ['endsAt'], message: 'The end must lie in the future.' });
export type CreateBonfire = z.input<typeof createBonfireSchema>;

/** The body of `POST /api/bonfires/:id/transitions`. `priority` is that of the incident an escalation makes. */
export const transitionBonfireSchema = z
  .strictObject({
    action: bonfireActionSchema,
    version: z.int('This must be the version you have seen.').min(1),
    reason: linesOfText(280).nullish(),
    priority: prioritySchema.default('P2'),
  })
  .refine(({ action, reason }) => !BONFIRE_TRANSITIONS[action].needsReason || Boolean(reason), { path: ['reason'], message: 'Say why.' });
export type TransitionBonfire = z.input<typeof transitionBonfireSchema>;

/** As many held notices as are listed and decided about at once. */
export const MOST_DECIDED = 100;

/** The body of `POST /api/bonfires/held`. */
export const decideHeldSchema = z
  .strictObject({
    ids: z.array(z.string().regex(ID, 'This is not an id.')).min(1, 'Name at least one notice.').max(MOST_DECIDED, `Name at most ${MOST_DECIDED} notices.`),
    decision: z.enum(['take_in', 'refuse'], 'This must be take_in or refuse.'),
    reason: linesOfText(280).nullish(),
  })
  .refine(({ decision, reason }) => decision === 'take_in' || Boolean(reason), { path: ['reason'], message: 'Say why.' });
export type DecideHeld = z.input<typeof decideHeldSchema>;

/** Whether an address ends with its municipality, after a postal code or not: "Fjellvegen 12, 2315 Hamar". */
export function namesMunicipality(address: string, municipality: string): boolean {
  const ending = address.split(',').slice(1).pop() ?? '';
  return foldText(ending).replace(/^[\s\d]+/, '').trim() === foldText(municipality).trim();
}

/** Where a bonfire burns, in one line that names the municipality once. */
export function bonfirePlace({ place: { address }, municipality }: { readonly place: { readonly address: string }; readonly municipality: string }): string {
  return namesMunicipality(address, municipality) ? address : `${address}, ${municipality}`;
}
