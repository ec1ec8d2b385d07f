import { z } from 'zod';
import { ID } from './id';
import { instant } from './instant';
import { personSchema } from './person';
import { positionSchema } from './place';
import { looksLikeCode } from './status-code-text';
import { lineOfText, linesOfText } from './text';
import { tidyText } from './text-rules';

export const UNIT_NOTE_MAX = 280;
export const DELAY_MINUTES_MAX = 1_440;

/** What a unit is doing, whatever an agency calls it. */
export const UNIT_STATES = [
  'alerted',
  'en_route',
  'on_scene',
  'on_scene_available',
  'limited',
  'available_mobile',
  'available_station',
  'available_delayed',
  'standby',
  'standby_station',
  'out_of_service',
] as const;
export const unitStateSchema = z.enum(UNIT_STATES);
export type UnitState = z.infer<typeof unitStateSchema>;

/** The code of the state that only the system sets. */
export const ALERTED_CODE = 'A';
/** What a unit becomes that is cleared from an incident while it worked for it: the first that the agency has a code for. */
export const CLEARED_STATES = ['available_mobile', 'available_station', 'standby', 'standby_station'] as const satisfies readonly UnitState[];
/** States in which a unit works for an incident. */
export const COMMITTED_STATES = ['alerted', 'en_route', 'on_scene', 'on_scene_available'] as const satisfies readonly UnitState[];

/** An agency's own status code and what it means. `warnSeconds`, `alertSeconds`: how long is long; null for never. */
export const statusCodeSchema = z.object({
  code: z.string(),
  text: z.string(),
  state: unitStateSchema,
  /** The agency's own colour, `#rrggbb`. Missing from a server that is older than this page, as the next. */
  colour: z.string().nullable().default(null),
  /** Off the list: no unit can be given it any more, some still stand under it. */
  removed: z.boolean().default(false),
  requiresNote: z.boolean(),
  requiresMinutes: z.boolean(),
  warnSeconds: z.int().nullable(),
  alertSeconds: z.int().nullable(),
  position: z.int(),
  version: z.int(),
});
export type StatusCode = z.infer<typeof statusCodeSchema>;

/** What is done with an unusual change of status: nothing, a warning, or a refusal. */
export const unitPolicySchema = z.enum(['off', 'warn', 'enforce']);
export type UnitPolicy = z.infer<typeof unitPolicySchema>;

/** Who took note of a status that lasts too long. It dies with the status, and when a warning becomes an alert. */
export const unitAckSchema = z.object({ by: personSchema, at: instant, level: z.enum(['warn', 'alert']), note: z.string().nullable() });

/** A unit as everybody who may read units gets it. */
export const unitSchema = z.object({
  id: z.string(),
  callSign: z.string(),
  name: z.string(),
  kind: z.string(),
  station: z.string(),
  version: z.int(),
  code: z.string(),
  state: unitStateSchema,
  statusSince: instant,
  note: z.string().nullable(),
  /** When a delayed unit will be available. */
  availableAt: instant.nullable(),
  incidentId: z.string().nullable(),
  assignedAt: instant.nullable(),
  ack: unitAckSchema.nullable(),
  mutedUntil: instant.nullable(),
  /** WGS 84 degrees. */
  position: z.object({ lat: z.number(), lng: z.number() }).nullable(),
});
export type Unit = z.infer<typeof unitSchema>;

export const CALL_SIGN_MAX = 12;
const CALL_SIGN = /^[\p{L}\p{N}][\p{L}\p{N}./-]*$/u;

const facts = {
  /** Without a blank: it is the first word of what is typed about a unit. */
  callSign: lineOfText(CALL_SIGN_MAX).refine((text) => CALL_SIGN.test(text), 'A call sign has letters, digits, dots, slashes and hyphens, and begins with a letter or digit.'),
  name: lineOfText(60),
  kind: lineOfText(24),
  station: lineOfText(40),
};
const position = positionSchema.nullable();

/** The body of `POST /api/units`. */
export const createUnitSchema = z.strictObject({ ...facts, position: position.default(null) });
export type CreateUnit = z.input<typeof createUnitSchema>;

/** The body of `PATCH /api/units/:id`: only what changes. */
export const patchUnitSchema = z
  .strictObject({ callSign: facts.callSign.optional(), name: facts.name.optional(), kind: facts.kind.optional(), station: facts.station.optional(), position: position.optional() })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), { message: 'Say what to change.' });
export type PatchUnit = z.input<typeof patchUnitSchema>;

/** The body of `POST /api/units/:id/status`. Re-applying a status stamps its time anew. */
export const setUnitStatusSchema = z.strictObject({
  code: z.string().overwrite(tidyText).refine(looksLikeCode, 'This is not a status code.'),
  note: linesOfText(UNIT_NOTE_MAX).nullish(),
  minutes: z.int('Give whole minutes.').min(1, 'Give at least one minute.').max(DELAY_MINUTES_MAX, `Give at most ${DELAY_MINUTES_MAX} minutes.`).nullish(),
});
export type SetUnitStatus = z.input<typeof setUnitStatusSchema>;

/** The body of `POST /api/units/:id/assign`. */
export const assignUnitSchema = z.strictObject({ incidentId: z.string().regex(ID, 'This is not an id.') });

/** The body of `POST /api/units/:id/ack`. */
export const ackUnitSchema = z.strictObject({ note: linesOfText(UNIT_NOTE_MAX).nullish() });

export const MUTE_MINUTES = [15, 30, 60] as const;

/** The body of `POST /api/units/:id/mute`; 0 ends it. */
export const muteUnitSchema = z.strictObject({ minutes: z.union([z.literal(0), ...MUTE_MINUTES.map((minutes) => z.literal(minutes))]) });

/** The body of `PUT /api/units/policy`. */
export const putPolicySchema = z.strictObject({ policy: unitPolicySchema });
