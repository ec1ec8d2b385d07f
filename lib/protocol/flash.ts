import { z } from 'zod';
import { ID } from './id';
import { givenInstant, instant } from './instant';
import { roleSchema, ROLES } from './permissions';
import { lineOfText, linesOfText } from './text';

export const FLASH_TITLE_MAX = 120;
export const FLASH_BODY_MAX = 2_000;
export const FLASH_NOTE_MAX = 280;

/** How loud a flash is, from loudest to calmest. */
export const FLASH_LEVELS = ['critical', 'warning', 'info', 'ok'] as const;
export const flashLevelSchema = z.enum(FLASH_LEVELS);
export type FlashLevel = z.infer<typeof flashLevelSchema>;

export const FLASH_STATUSES = ['draft', 'scheduled', 'live', 'expired', 'recalled', 'superseded', 'cancelled'] as const;
export const flashStatusSchema = z.enum(FLASH_STATUSES);
export type FlashStatus = z.infer<typeof flashStatusSchema>;

/** The life of a flash: where each status may go. A status with no way out is final. */
export const FLASH_TRANSITIONS: Readonly<Record<FlashStatus, readonly FlashStatus[]>> = {
  draft: ['scheduled', 'live', 'cancelled'],
  scheduled: ['live', 'cancelled'],
  live: ['expired', 'recalled', 'superseded'],
  expired: [],
  recalled: [],
  superseded: [],
  cancelled: [],
};

const personSchema = z.object({ id: z.string(), name: z.string() });

/** A flash message as everybody who may see it gets it. Times are ISO 8601 UTC; `version` grows with each change. */
export const flashSchema = z.object({
  id: z.string(),
  version: z.int(),
  level: flashLevelSchema,
  title: z.string(),
  body: z.string(),
  audience: z.array(roleSchema),
  requiresAck: z.boolean(),
  ackDeadline: instant.nullable(),
  sound: z.boolean(),
  status: flashStatusSchema,
  startsAt: instant,
  expiresAt: instant.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  endedAt: instant.nullable(),
  createdBy: personSchema,
  endedBy: personSchema.nullable(),
  incidentId: z.string().nullable(),
  supersedesId: z.string().nullable(),
});
export type Flash = z.infer<typeof flashSchema>;

/** What one recipient has done with a flash. `latencyMs`: from commit to delivery, by the server's clock. */
export const receiptSchema = z.object({
  flashId: z.string(),
  userId: z.string(),
  userName: z.string(),
  role: roleSchema,
  deliveredAt: instant.nullable(),
  displayedAt: instant.nullable(),
  ackedAt: instant.nullable(),
  note: z.string().nullable(),
  latencyMs: z.int().nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** One's own receipt, or null for somebody the flash was not addressed to (its sender). */
export const ownReceiptSchema = receiptSchema.pick({ deliveredAt: true, displayedAt: true, ackedAt: true }).nullable();
export type OwnReceipt = z.infer<typeof ownReceiptSchema>;

/** How far a flash has come with its recipients. `mustAck` counts those who may and should acknowledge. */
export const receiptCountsSchema = z.object({
  recipients: z.int(),
  delivered: z.int(),
  displayed: z.int(),
  acked: z.int(),
  mustAck: z.int(),
});
export type ReceiptCounts = z.infer<typeof receiptCountsSchema>;

/** A flash with one's own receipt: an entry of the flash bar. */
export const flashForMeSchema = flashSchema.extend({ receipt: ownReceiptSchema });
export type FlashForMe = z.infer<typeof flashForMeSchema>;

/** A flash with its counts: an entry of the sender's history. */
export const flashWithCountsSchema = flashSchema.extend({ counts: receiptCountsSchema });
export type FlashWithCounts = z.infer<typeof flashWithCountsSchema>;

/** The body of `POST /api/flash`. Times with a zone; left out means now, or never. */
export const createFlashSchema = z
  .strictObject({
    level: flashLevelSchema,
    title: lineOfText(FLASH_TITLE_MAX),
    body: linesOfText(FLASH_BODY_MAX).default(''),
    audience: z.array(roleSchema).min(1, 'Choose at least one role.').default([...ROLES]),
    requiresAck: z.boolean().default(false),
    sound: z.boolean().optional(),
    ackDeadline: givenInstant.nullish(),
    startsAt: givenInstant.nullish(),
    expiresAt: givenInstant.nullish(),
    incidentId: z.string().regex(ID, 'This is not an id.').nullish(),
    supersedesId: z.string().regex(ID, 'This is not an id.').nullish(),
    clientMsgId: z.string().regex(/^[0-9A-Za-z-]{8,64}$/).nullish(),
  })
  .refine((flash) => !flash.expiresAt || Date.parse(flash.expiresAt) > Date.parse(flash.startsAt ?? new Date().toISOString()), {
    path: ['expiresAt'],
    message: 'The end must lie after the start and in the future.',
  })
  .refine((flash) => !flash.ackDeadline || flash.requiresAck || flash.level === 'critical', {
    path: ['ackDeadline'],
    message: 'A deadline needs a required acknowledgement.',
  });
export type CreateFlash = z.input<typeof createFlashSchema>;

/** The body of `POST /api/flash/:id/ack`. */
export const ackFlashSchema = z.strictObject({ note: linesOfText(FLASH_NOTE_MAX).nullish() });

/** A text that is sent often, kept to be filled into the composer. */
export const flashTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  level: flashLevelSchema,
  title: z.string(),
  body: z.string(),
  audience: z.array(roleSchema),
  requiresAck: z.boolean(),
});
export type FlashTemplate = z.infer<typeof flashTemplateSchema>;

/** The body of `POST /api/flash/templates`. */
export const createTemplateSchema = z.strictObject({
  name: lineOfText(60),
  level: flashLevelSchema,
  title: lineOfText(FLASH_TITLE_MAX),
  body: linesOfText(FLASH_BODY_MAX).default(''),
  audience: z.array(roleSchema).min(1, 'Choose at least one role.').default([...ROLES]),
  requiresAck: z.boolean().default(false),
});

/** The answer of `GET /api/flash/recipients`: how many people a choice of roles reaches. */
export const recipientCountsSchema = z.object({
  byRole: z.record(roleSchema, z.int()),
  /** How many of them have the board open now; null while that cannot be known. */
  online: z.record(roleSchema, z.int()).nullable(),
  ownRole: roleSchema,
});
export type RecipientCounts = z.infer<typeof recipientCountsSchema>;
