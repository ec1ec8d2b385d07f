import { z } from 'zod';
import { clientMsgIdSchema } from './client-msg-id';
import { ID } from './id';
import { givenInstant, instant } from './instant';
import { incidentStatusSchema, type IncidentStatus } from './incident';
import { roleSchema } from './permissions';
import { lineOfText, linesOfText } from './text';

export const ENTRY_TEXT_MAX = 4_000;
export const SPEAKER_MAX = 60;

/** What an entry of an incident's log is. */
export const ENTRY_KINDS = [
  'utterance',
  'intervention',
  'intervention_response',
  'note',
  'correction',
  'status',
  'assignment',
  'unit_status',
  'automation',
  'broadcast',
  'system',
] as const;
export const entryKindSchema = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** The kinds that people write; the others are written by what happens. */
export const WRITTEN_KINDS = ['utterance', 'intervention', 'intervention_response', 'note', 'correction'] as const satisfies readonly EntryKind[];
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** Who speaks: somebody of the room, a unit over the radio, whoever called, or Watchroom itself. */
export const SPEAKER_ROLES = [...roleSchema.options, 'unit', 'caller', 'system'] as const;
export const speakerRoleSchema = z.enum(SPEAKER_ROLES);

const HELD_BY_PAUSE: readonly WrittenKind[] = ['utterance', 'intervention', 'intervention_response'];
const AFTER_THE_END: readonly WrittenKind[] = ['note', 'correction'];

/** Whether a room in this status takes entries of a kind: a pause holds talk, not notes; after the end only notes go on until it is closed. */
export function roomTakes(status: IncidentStatus, kind: WrittenKind): boolean {
  switch (status) {
    case 'new':
    case 'active':
    case 'stable':
      return true;
    case 'paused':
      return !HELD_BY_PAUSE.includes(kind);
    case 'completed':
      return AFTER_THE_END.includes(kind);
    case 'closed':
    case 'cancelled':
    case 'merged':
      return false;
  }
}

/** One entry of an incident's log. `seq` counts from 1 without a gap; `phase` is the incident's status when it was said. */
export const logEntrySchema = z.object({
  id: z.string(),
  incidentId: z.string(),
  seq: z.int(),
  kind: entryKindSchema,
  phase: incidentStatusSchema,
  speaker: z.object({ role: speakerRoleSchema, userId: z.string().nullable(), label: z.string() }),
  text: z.string(),
  /** Whom an intervention is meant for. */
  addressee: z.string().nullable(),
  occurredAt: instant,
  recordedAt: instant,
  source: z.string(),
  clientMsgId: z.string().nullable(),
  /** The entry that this correction replaces. */
  supersedesId: z.string().nullable(),
  /** The intervention that this answers. */
  inReplyTo: z.string().nullable(),
  pinned: z.boolean(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** The body of `POST /api/incidents/:id/log`. The same `clientMsgId` again adds nothing. */
export const writeEntrySchema = z
  .strictObject({
    kind: z.enum(WRITTEN_KINDS),
    text: linesOfText(ENTRY_TEXT_MAX).refine((text) => text.length > 0, 'Write something here.'),
    clientMsgId: clientMsgIdSchema,
    /** Somebody else's words, written down for them. */
    speaker: z.strictObject({ role: z.enum(['unit', 'caller']), label: lineOfText(SPEAKER_MAX) }).nullish(),
    addressee: lineOfText(SPEAKER_MAX).nullish(),
    occurredAt: givenInstant.nullish(),
    inReplyTo: z.string().regex(ID, 'This is not an id.').nullish(),
    supersedesId: z.string().regex(ID, 'This is not an id.').nullish(),
  })
  .superRefine((entry, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((entry.kind === 'intervention_response') !== Boolean(entry.inReplyTo)) {
      problem('inReplyTo', 'A response names the question it answers, and only a response does.');
    }
    if ((entry.kind === 'correction') !== Boolean(entry.supersedesId)) {
      problem('supersedesId', 'A correction names the entry it replaces, and only a correction does.');
    }
    if (entry.addressee && entry.kind !== 'intervention') problem('addressee', 'Only a question or order is meant for somebody.');
  });
export type WriteEntry = z.input<typeof writeEntrySchema>;

/** The body of `POST /api/incidents/:id/log/:entryId/pin`. */
export const pinEntrySchema = z.strictObject({ pinned: z.boolean() });

/** Somebody who has a room open now. */
export const presentSchema = z.object({ userId: z.string(), name: z.string(), role: roleSchema });
export type Present = z.infer<typeof presentSchema>;

/** How often a screen that shows a room says so, and how long that counts. Milliseconds. */
export const PRESENCE_EVERY_MS = 15_000;
export const PRESENCE_LASTS_MS = 40_000;
