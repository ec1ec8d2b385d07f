import { parseJson } from '@/lib/core/parse-json';
import { hasContacts, withoutContacts } from '@/lib/protocol/contacts';
import { EVENTS, parseWireEvent, type EventData } from '@/lib/protocol/events';
import { can, type Role } from '@/lib/protocol/permissions';
import type { LogEntry } from './event-log';

/** What of an entry decides what a role gets of it. */
type Readable = Pick<LogEntry, 'type' | 'json'>;

const reduced = new WeakMap<Readable, string | null>();

/**
 * An event's JSON as a role gets it: those without `contacts.read` get it without callers and telephone numbers, made
 * once for all of them. Null: it cannot be read here, so nobody may say that nothing private is in it.
 */
export function jsonForRole(entry: Readable, role: Role): string | null {
  if (can(role, 'contacts.read') || !hasContacts(EVENTS[entry.type].data)) return entry.json;
  const known = reduced.get(entry);
  if (known !== undefined) return known;
  const made = withoutPrivate(entry);
  reduced.set(entry, made);
  return made;
}

function withoutPrivate(entry: Readable): string | null {
  const event = parseWireEvent(parseJson(entry.json));
  if (!event) return null;
  const data = withoutContacts<EventData<typeof event.type>, EventData<typeof event.type>>(EVENTS[event.type].data, event.data);
  return JSON.stringify({ id: event.id, type: event.type, data, timestamp: event.timestamp });
}
