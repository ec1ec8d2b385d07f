import { z } from 'zod';
import type { EventType, WireEvent } from './events';

/** The events that are news to a room: what happens to incidents, units, bonfires and services. */
export const ACTIVITY_TYPES = [
  'incident.created',
  'incident.updated',
  'incident.status.changed',
  'unit.created',
  'unit.retired',
  'unit.status.changed',
  'unit.assigned',
  'unit.cleared',
  'bonfire.created',
  'bonfire.status.changed',
  'server.status.changed',
] as const satisfies readonly EventType[];

/** An event that is news to a room. */
export type ActivityEvent = Extract<WireEvent, { type: (typeof ACTIVITY_TYPES)[number] }>;

/** Whether an event is news to a room. */
export function isActivity(event: WireEvent): event is ActivityEvent {
  return ACTIVITY_TYPES.some((type) => type === event.type);
}

/** `GET /api/activity`: events as on the stream, newest first. A page reads those that it understands. */
export const activityListSchema = z.object({ events: z.array(z.unknown()), cursor: z.string().nullable() });
export type ActivityList = z.infer<typeof activityListSchema>;
