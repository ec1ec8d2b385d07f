import { z } from 'zod';
import { createFlashSchema, flashLevelSchema, type CreateFlash } from '@/lib/protocol/flash';
import { roleSchema, ROLES } from '@/lib/protocol/permissions';
import { ACK_WITHIN, deadlineAt, EXPIRIES, expiryAt, parseStart } from './timing';

/** What the composer holds. Fields bear the names of the message's own, so that a refusal finds its field. */
export const draftSchema = z.object({
  level: flashLevelSchema,
  title: z.string(),
  body: z.string(),
  audience: z.array(roleSchema),
  requiresAck: z.boolean(),
  ackDeadline: z.enum(ACK_WITHIN),
  /** Empty for now, else a time as `parseStart` reads it. */
  startsAt: z.string(),
  expiresAt: z.enum(EXPIRIES),
  clientMsgId: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A message ready to be sent. */
export type ReadyFlash = z.output<typeof createFlashSchema>;

/** A draft with nothing in it yet. */
export function emptyDraft(clientMsgId: string): Draft {
  return {
    level: 'info',
    title: '',
    body: '',
    audience: [...ROLES],
    requiresAck: false,
    ackDeadline: '',
    startsAt: '',
    expiresAt: '60',
    clientMsgId,
  };
}

/** The message that a draft describes if it is sent at `now` (milliseconds, server's clock). */
export function draftToFlash(draft: Draft, now: number): CreateFlash {
  const start = draft.startsAt === '' ? now : parseStart(draft.startsAt, now);
  const requiresAck = draft.requiresAck || draft.level === 'critical';
  return {
    level: draft.level,
    title: draft.title,
    body: draft.body,
    audience: draft.audience,
    requiresAck,
    ackDeadline: requiresAck ? iso(deadlineAt(draft.ackDeadline, start)) : null,
    startsAt: draft.startsAt === '' ? null : iso(start),
    expiresAt: iso(expiryAt(draft.expiresAt, start)),
    clientMsgId: draft.clientMsgId,
  };
}

/** Checks a draft as the server will, and gives the message. `now` is asked for at each check: drafts wait. */
export function composerSchema(now: () => number) {
  return draftSchema
    .superRefine(({ startsAt }, context) => {
      if (startsAt === '') return;
      const start = parseStart(startsAt, now());
      if (Number.isNaN(start)) context.addIssue({ code: 'custom', path: ['startsAt'], message: 'Write it as 14:30 or 2026-11-20 14:30.' });
      else if (start <= now()) context.addIssue({ code: 'custom', path: ['startsAt'], message: 'Choose a time that is still to come.' });
    })
    .transform((draft, context): ReadyFlash => {
      const at = now();
      const flash = draftToFlash(draft, at);
      // The schema compares with this machine's clock, which may be wrong; a start by the server's clock keeps it out.
      const parsed = createFlashSchema.safeParse({ ...flash, startsAt: flash.startsAt ?? iso(at) });
      if (parsed.success) return { ...parsed.data, startsAt: flash.startsAt };
      for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    });
}

/** Whether somebody has put work into it. */
export function hasContent(draft: Draft): boolean {
  return draft.title.trim() !== '' || draft.body.trim() !== '';
}

function iso(at: number | null): string | null {
  return at === null || Number.isNaN(at) ? null : new Date(at).toISOString();
}
