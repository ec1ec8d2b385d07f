import { z } from 'zod';
import { flashForMeSchema, flashWithCountsSchema, receiptCountsSchema, receiptSchema, flashSchema } from './flash';
import { boardSchema } from './board-answers';
import { roleSchema } from './permissions';

/** Bodies of the answers that pages and programs read. `cursor`: the stream position to listen from. */
const cursorField = z.string().nullable();

/** The signed-in user. */
export const meSchema = z.object({ id: z.string(), name: z.string(), email: z.string(), role: roleSchema });
export type Me = z.infer<typeof meSchema>;

/** `GET /api/snapshot`: everything the board needs. `cursor` is null while the event log is down. */
export const snapshotSchema = z.object({
  me: meSchema,
  flash: z.array(flashForMeSchema),
  board: boardSchema,
  /** Whether what happens here is made up; null outside a demonstration. */
  demo: z.object({ simulating: z.boolean() }).nullable(),
  cursor: cursorField,
  serverTime: z.iso.datetime(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** `GET /api/flash`: newest first. */
export const flashListSchema = z.object({
  items: z.array(flashWithCountsSchema),
  nextCursor: z.string().optional(),
  cursor: cursorField,
});
export type FlashList = z.infer<typeof flashListSchema>;

/** `GET /api/flash/:id/receipts`. */
export const receiptListSchema = z.object({
  flash: flashSchema,
  items: z.array(receiptSchema),
  counts: receiptCountsSchema,
  cursor: cursorField,
});
export type ReceiptList = z.infer<typeof receiptListSchema>;

/** How an event left: `relayed` is on the log already, `queued` waits in the database until the log is back. */
export const deliverySchema = z.enum(['relayed', 'queued']);
export type Delivery = z.infer<typeof deliverySchema>;

/** `POST /api/flash` and `POST /api/flash/:id/recall`. */
export const flashAnswerSchema = z.object({ flash: flashSchema, delivery: deliverySchema });
export type FlashAnswer = z.infer<typeof flashAnswerSchema>;

/** `POST /api/flash/:id/{delivered,displayed,ack}`. */
export const receiptAnswerSchema = z.object({ receipt: receiptSchema });

/** `POST /api/sse/test`. */
export const testBroadcastAnswerSchema = z.object({ id: z.string(), sentAt: z.iso.datetime() });

/** `GET /api/events`: the polling twin of the stream. */
export const eventsAnswerSchema = z.union([
  z.object({ events: z.array(z.unknown()), cursor: z.string() }),
  z.object({ reset: z.literal(true), reason: z.string(), cursor: z.string() }),
  z.object({ snapshot: snapshotSchema, cursor: z.null(), degraded: z.literal(true) }),
]);

/** `GET /api/health`. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  checks: z.object({
    postgres: z.enum(['ok', 'down']),
    redis: z.enum(['ok', 'down']),
    log: z.enum(['ok', 'down']),
  }),
});

/** An account as admins see it. */
export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  disabledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Account = z.infer<typeof accountSchema>;
