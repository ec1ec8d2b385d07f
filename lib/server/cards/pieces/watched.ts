import type { EventType } from '@/lib/protocol/events';

/** An incident came in, changed or moved on. */
export const INCIDENT_EVENTS = ['incident.created', 'incident.updated', 'incident.status.changed'] as const satisfies readonly EventType[];

/** The log of an incident got another entry, whatever kind. */
export const ENTRY_EVENTS = [
  'utterance',
  'phase_transition',
  'intervention',
  'intervention_response',
  'pause',
  'resume',
  'complete',
] as const satisfies readonly EventType[];

/** Somebody did something with a unit. */
export const UNIT_EVENTS = ['unit.created', 'unit.retired', 'unit.status.changed', 'unit.assigned', 'unit.cleared', 'unit.updated', 'unit.codes.changed'] as const satisfies readonly EventType[];

export const BONFIRE_EVENTS = ['bonfire.created', 'bonfire.updated', 'bonfire.status.changed'] as const satisfies readonly EventType[];

export const FLASH_EVENTS = ['flash.sent', 'flash.updated', 'flash.recalled', 'flash.receipt'] as const satisfies readonly EventType[];
