import { z } from 'zod';
import { SPEAKER_MAX, WRITTEN_KINDS } from '@/lib/protocol/room';

/** An entry as it will be sent. Only its shape is checked: what the server will refuse must still not get lost here. */
const unsentEntrySchema = z.object({
  kind: z.enum(WRITTEN_KINDS),
  text: z.string(),
  clientMsgId: z.string(),
  speaker: z.object({ role: z.enum(['unit', 'caller']), label: z.string().max(SPEAKER_MAX * 10) }).nullish(),
  addressee: z.string().nullish(),
  occurredAt: z.string().nullish(),
  inReplyTo: z.string().nullish(),
  supersedesId: z.string().nullish(),
});
export type UnsentEntry = z.infer<typeof unsentEntrySchema>;

/**
 * Something written here that the log of an incident may not hold yet. `waiting` is still to be sent, `refused` waits
 * for a person, `taken` is known to be in the log and forgotten a little later, when every tab has seen it there.
 */
export const outboxItemSchema = z.object({
  incidentId: z.string(),
  /** Items of one room go out in this order. Milliseconds of the server's clock, made unique. */
  order: z.number(),
  entry: unsentEntrySchema,
  state: z.enum(['waiting', 'refused', 'taken']),
  /** Why it was refused, as a sentence. */
  refusal: z.string().nullable(),
  /** The version of the incident whose status did not take it; null when something else was wrong. */
  refusedVersion: z.int().nullish(),
  /** When it was known to be taken, in milliseconds of the server's clock. */
  takenAt: z.number().nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;
