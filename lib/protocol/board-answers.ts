import { z } from 'zod';
import { bonfireSchema } from './bonfire';
import { incidentSchema } from './incident';
import { openTotalsSchema } from './incident-totals';
import { infrastructureSchema } from './infrastructure';
import { logEntrySchema, presentSchema } from './room';
import { statusCodeSchema, unitPolicySchema, unitSchema } from './unit';

/** Bodies of the answers about incidents, rooms, units and bonfires. `cursor`: the stream position to listen from. */
const cursorField = z.string().nullable();
const deliveryField = z.enum(['relayed', 'queued']);

/** `GET /api/incidents`: one page. `total`: how many there are of them, with the first page; 10,001 for more than 10,000. */
export const incidentListSchema = z.object({ items: z.array(incidentSchema), nextCursor: z.string().optional(), total: z.int().optional(), cursor: cursorField });
export type IncidentList = z.infer<typeof incidentListSchema>;

/** `GET /api/incidents/:id`. */
export const incidentAnswerSchema = z.object({ incident: incidentSchema, cursor: cursorField });
export type IncidentAnswer = z.infer<typeof incidentAnswerSchema>;

/** `POST /api/incidents`, `PATCH /api/incidents/:id`. */
export const incidentChangedSchema = z.object({ incident: incidentSchema, delivery: deliveryField });
export type IncidentChanged = z.infer<typeof incidentChangedSchema>;

/** `POST /api/incidents/:id/transitions`. `assigned`: the units still assigned after it. */
export const incidentMovedSchema = incidentChangedSchema.extend({ assigned: z.array(unitSchema) });
export type IncidentMoved = z.infer<typeof incidentMovedSchema>;

/** `GET /api/incidents/:id/log`: entries by `seq`; `lastSeq` is the newest there is. */
export const logAnswerSchema = z.object({ items: z.array(logEntrySchema), lastSeq: z.int(), present: z.array(presentSchema), cursor: cursorField });
export type LogAnswer = z.infer<typeof logAnswerSchema>;

/** `POST /api/incidents/:id/log` and `…/pin`. */
export const entryAnswerSchema = z.object({ entry: logEntrySchema, delivery: deliveryField });
export type EntryAnswer = z.infer<typeof entryAnswerSchema>;

/** `POST /api/incidents/:id/presence`. */
export const presenceAnswerSchema = z.object({ present: z.array(presentSchema) });

/** The status codes and the policy. `codesVersion` grows with every change of either; missing from an older server. */
const codesFields = { codes: z.array(statusCodeSchema), policy: unitPolicySchema, codesVersion: z.int().default(0) };

/** `GET /api/units`: every unit, with the codes and the policy that judge them. */
export const unitListSchema = z.object({ items: z.array(unitSchema), ...codesFields, cursor: cursorField });
export type UnitList = z.infer<typeof unitListSchema>;

/** Every write to a unit. `warning`: said when the change was unusual and taken all the same. */
export const unitAnswerSchema = z.object({ unit: unitSchema, delivery: deliveryField, warning: z.string().optional() });
export type UnitAnswer = z.infer<typeof unitAnswerSchema>;

/** Every answer about the codes and the policy: all of them as they are now. */
export const codesAnswerSchema = z.object(codesFields);
export type CodesAnswer = z.infer<typeof codesAnswerSchema>;

/** `GET /api/bonfires`: one page. */
export const bonfireListSchema = z.object({ items: z.array(bonfireSchema), nextCursor: z.string().optional(), cursor: cursorField });
export type BonfireList = z.infer<typeof bonfireListSchema>;

/** `GET /api/bonfires/:id`. */
export const bonfireOneSchema = z.object({ bonfire: bonfireSchema, cursor: cursorField });
export type BonfireOne = z.infer<typeof bonfireOneSchema>;

/** Every write to a bonfire notice. `incident`: what an escalation made. */
export const bonfireAnswerSchema = z.object({ bonfire: bonfireSchema, delivery: deliveryField, incident: incidentSchema.optional() });
export type BonfireAnswer = z.infer<typeof bonfireAnswerSchema>;

/** `GET /api/bonfires/held`: the oldest of those that wait for a look; `waiting`: how many do. */
export const heldBonfiresSchema = z.object({ items: z.array(bonfireSchema), waiting: z.int(), cursor: cursorField });
export type HeldBonfires = z.infer<typeof heldBonfiresSchema>;

/** `POST /api/bonfires/held`: those that this call decided about, and how many wait still. */
export const heldDecidedSchema = z.object({ items: z.array(bonfireSchema), waiting: z.int(), delivery: deliveryField });
export type HeldDecided = z.infer<typeof heldDecidedSchema>;

/** `POST /api/public/bonfires`: only what the sender may know. `held`: somebody looks at it before it is registered. */
export const publicBonfireAnswerSchema = z.object({ reference: z.string(), inBanPeriod: z.boolean(), held: z.boolean().default(false) });
export type PublicBonfireAnswer = z.infer<typeof publicBonfireAnswerSchema>;

/** The part of the snapshot that shows the board. */
export const boardSchema = z.object({
  /** The newest that are open, and all that are worked on. */
  incidents: z.array(incidentSchema),
  /** Missing from a server that is older than this page. */
  totals: openTotalsSchema.optional(),
  units: z.array(unitSchema),
  ...codesFields,
  bonfires: z.array(bonfireSchema),
  /** How many notices wait for a look. Missing from a server that is older than this page. */
  heldBonfires: z.int().optional(),
  infrastructure: infrastructureSchema,
});
