import 'server-only';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { cutText } from '@/lib/core/cut-text';
import { EVENTS, isEventType, type EventType } from '@/lib/protocol/events';
import type { OutgoingEvent } from '@/lib/realtime/event-log';

const NAME_LENGTH = 60;

/** The names by which people know what events speak of; anything may be missing. */
const namesSchema = z.object({
  data: z.object({
    number: z.string().optional(),
    name: z.string().optional(),
    incident: z.object({ number: z.string() }).nullish().catch(null),
    incidentNumber: z.string().optional(),
    unit: z.object({ callSign: z.string() }).optional().catch(undefined),
    bonfire: z.object({ place: z.object({ address: z.string() }) }).optional().catch(undefined),
    flash: z.object({ title: z.string() }).optional().catch(undefined),
  }),
});
type Names = z.infer<typeof namesSchema>['data'];

/** Why something that stands on this event is outdated, in words that go on with a time: "incident 2026-0412 changed". */
export function reasonOf({ type, json }: Pick<OutgoingEvent, 'type' | 'json'>): string {
  if (!isEventType(type)) return 'something changed';
  const names = namesSchema.safeParse(parseJson(json)).data?.data ?? {};
  return cutText(`${subjectOf(type, names)} ${verbOf(type)}`, 300);
}

function subjectOf(type: EventType, { number, name, incident, unit, bonfire, flash }: Names): string {
  switch (EVENTS[type].topic) {
    case 'incidents':
      return `incident ${number ?? incident?.number ?? ''}`.trim();
    case 'room':
      return 'the log of an incident';
    case 'units':
      return unit ? `unit ${unit.callSign}` : 'the units';
    case 'bonfires':
      return bonfire ? `the bonfire at ${cutText(bonfire.place.address, NAME_LENGTH)}` : 'a bonfire notice';
    case 'flash':
      return flash ? `the message “${cutText(flash.title, NAME_LENGTH)}”` : 'a message';
    case 'infra':
      return name ?? 'a service';
    case 'admin':
      return 'an account';
    default:
      return 'something';
  }
}

function verbOf(type: EventType): string {
  if (type === 'incident.created') return 'came in';
  if (type === 'bonfire.created') return 'was registered';
  if (type === 'flash.sent') return 'was sent';
  if (type === 'flash.receipt') return 'was received by somebody';
  if (EVENTS[type].topic === 'room') return 'grew';
  return 'changed';
}
