import { z } from 'zod';
import { clientMsgIdSchema } from './client-msg-id';
import { contactField } from './contacts';
import { ID } from './id';
import { givenInstant, instant } from './instant';
import { personSchema } from './person';
import { givenPlaceSchema, placeSchema } from './place';
import type { Permission } from './permissions';
import { lineOfText, linesOfText } from './text';

export const INCIDENT_TITLE_MAX = 120;
export const INCIDENT_REPORTER_MAX = 120;
export const INCIDENT_REASON_MAX = 280;

/** How urgent an incident is, P1 first. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export const prioritySchema = z.enum(PRIORITIES);
export type Priority = z.infer<typeof prioritySchema>;

/** What an incident is about. */
export const INCIDENT_TYPES = ['fire', 'medical', 'traffic', 'rescue', 'hazmat', 'flood', 'alarm', 'assistance', 'other'] as const;
export const incidentTypeSchema = z.enum(INCIDENT_TYPES);
export type IncidentType = z.infer<typeof incidentTypeSchema>;

export const INCIDENT_STATUSES = ['new', 'active', 'paused', 'stable', 'completed', 'closed', 'cancelled', 'merged'] as const;
export const incidentStatusSchema = z.enum(INCIDENT_STATUSES);
export type IncidentStatus = z.infer<typeof incidentStatusSchema>;

/** Statuses in which somebody still works on it: what the board shows. */
export const OPEN_STATUSES = ['new', 'active', 'paused', 'stable', 'completed'] as const satisfies readonly IncidentStatus[];

/** How an incident came in. */
export const INCIDENT_SOURCES = ['call', 'dispatcher', 'bonfire', 'monitor', 'simulator', 'api'] as const;
export const incidentSourceSchema = z.enum(INCIDENT_SOURCES);

/** Why an incident was called off. */
export const CANCEL_REASONS = ['duplicate', 'false_alarm', 'unfounded'] as const;

/** How an incident ended. */
export const DISPOSITIONS = ['resolved', 'handed_over', 'no_action_needed', 'false_alarm', 'not_found'] as const;
export const dispositionSchema = z.enum(DISPOSITIONS);
export type Disposition = z.infer<typeof dispositionSchema>;

export const INCIDENT_ACTIONS = [
  'accept',
  'cancel',
  'pause',
  'resume',
  'stabilize',
  'escalate',
  'complete',
  'reopen',
  'close',
  'reactivate',
  'merge',
  'unmerge',
] as const;
export const incidentActionSchema = z.enum(INCIDENT_ACTIONS);
export type IncidentAction = z.infer<typeof incidentActionSchema>;

/** What an action asks for beside the version. */
export type ActionInput = 'reason' | 'cancel_reason' | 'disposition' | 'target';

/** One row of the state machine. `to` is `previous` where the incident goes back to what it was before. */
export interface IncidentTransition {
  readonly from: readonly IncidentStatus[];
  readonly to: IncidentStatus | 'previous';
  readonly permission: Permission;
  readonly needs: readonly ActionInput[];
}

/** The life of an incident. The service, the buttons and the tests read this one table. */
export const INCIDENT_TRANSITIONS: Readonly<Record<IncidentAction, IncidentTransition>> = {
  accept: { from: ['new'], to: 'active', permission: 'incidents.write', needs: [] },
  cancel: { from: ['new'], to: 'cancelled', permission: 'incidents.write', needs: ['cancel_reason'] },
  pause: { from: ['active'], to: 'paused', permission: 'incidents.write', needs: ['reason'] },
  resume: { from: ['paused'], to: 'active', permission: 'incidents.write', needs: [] },
  stabilize: { from: ['active'], to: 'stable', permission: 'incidents.write', needs: [] },
  escalate: { from: ['stable'], to: 'active', permission: 'incidents.write', needs: [] },
  complete: { from: ['active', 'stable', 'paused'], to: 'completed', permission: 'incidents.write', needs: ['disposition'] },
  reopen: { from: ['completed'], to: 'active', permission: 'incidents.reopen', needs: ['reason'] },
  close: { from: ['completed'], to: 'closed', permission: 'incidents.write', needs: [] },
  reactivate: { from: ['closed'], to: 'active', permission: 'incidents.reopen', needs: ['reason'] },
  merge: { from: ['new', 'active', 'stable', 'paused'], to: 'merged', permission: 'incidents.write', needs: ['target'] },
  unmerge: { from: ['merged'], to: 'previous', permission: 'incidents.reopen', needs: [] },
};

/** The actions that are possible in a status, whoever asks. */
export function actionsFrom(status: IncidentStatus): IncidentAction[] {
  return INCIDENT_ACTIONS.filter((action) => INCIDENT_TRANSITIONS[action].from.includes(status));
}

/** An incident as everybody who may read incidents gets it. Times are ISO 8601 UTC; `version` grows with each change. */
export const incidentSchema = z.object({
  id: z.string(),
  /** `<year>-<four digits>`, for people. */
  number: z.string(),
  version: z.int(),
  title: z.string(),
  type: incidentTypeSchema,
  priority: prioritySchema,
  status: incidentStatusSchema,
  disposition: dispositionSchema.nullable(),
  location: placeSchema.nullable(),
  reporter: contactField(),
  source: incidentSourceSchema,
  externalId: z.string().nullable(),
  owner: personSchema.nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** When it came into its present status. */
  statusSince: instant,
  /** Why it is in its present status, where the action asked for a reason. */
  statusReason: z.string().nullable(),
  /** When a paused incident should be looked at again. */
  reviewAt: instant.nullable(),
  activeAt: instant.nullable(),
  stableAt: instant.nullable(),
  completedAt: instant.nullable(),
  closedAt: instant.nullable(),
  mergedIntoId: z.string().nullable(),
});
export type Incident = z.infer<typeof incidentSchema>;

/** The body of `POST /api/incidents`. `clientMsgId`: the same one again creates nothing. */
export const createIncidentSchema = z.strictObject({
  title: lineOfText(INCIDENT_TITLE_MAX),
  type: incidentTypeSchema,
  priority: prioritySchema,
  location: givenPlaceSchema.nullish(),
  reporter: lineOfText(INCIDENT_REPORTER_MAX).nullish(),
  externalId: lineOfText(120).nullish(),
  clientMsgId: clientMsgIdSchema.nullish(),
});
export type CreateIncident = z.input<typeof createIncidentSchema>;

const version = z.int('This must be the version you have seen.').min(1);

/** The body of `PATCH /api/incidents/:id`. What is left out stays; null takes away. */
export const patchIncidentSchema = z
  .strictObject({
    version,
    title: lineOfText(INCIDENT_TITLE_MAX).optional(),
    type: incidentTypeSchema.optional(),
    priority: prioritySchema.optional(),
    location: givenPlaceSchema.nullish(),
    reporter: lineOfText(INCIDENT_REPORTER_MAX).nullish(),
    ownerId: z.string().regex(ID, 'This is not an id.').nullish(),
  })
  .refine((patch) => Object.keys(patch).length > 1, 'Nothing would change.');
export type PatchIncident = z.input<typeof patchIncidentSchema>;

/** The body of `POST /api/incidents/:id/transitions`. `releaseUnits`: clears what is still assigned. */
export const transitionSchema = z
  .strictObject({
    action: incidentActionSchema,
    version,
    reason: linesOfText(INCIDENT_REASON_MAX).nullish(),
    disposition: dispositionSchema.nullish(),
    targetId: z.string().regex(ID, 'This is not an id.').nullish(),
    reviewAt: givenInstant.nullish(),
    releaseUnits: z.boolean().default(false),
  })
  .superRefine((body, context) => {
    const { needs } = INCIDENT_TRANSITIONS[body.action];
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (needs.includes('reason') && !body.reason) missing('reason', 'Say why.');
    if (needs.includes('cancel_reason') && !CANCEL_REASONS.some((reason) => reason === body.reason)) {
      missing('reason', `Give one of these reasons: ${CANCEL_REASONS.join(', ')}.`);
    }
    if (needs.includes('disposition') && !body.disposition) missing('disposition', 'Say how it ended.');
    if (needs.includes('target') && !body.targetId) missing('targetId', 'Name the incident it belongs to.');
    if (body.reviewAt && body.action !== 'pause') missing('reviewAt', 'Only a pause has a time to look again.');
  });
export type TransitionIncident = z.input<typeof transitionSchema>;
