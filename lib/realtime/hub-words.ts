import { isEventType, type EventType } from '@/lib/protocol/events';
import { isTopic, type Topic } from '@/lib/protocol/topics';
import type { OutgoingEvent } from './event-log';
import type { Lease } from './leases';

/** Words that hubs hear over the doorbell beside its plain ring. */

const CONTESTED = 'contested:';
const TICK = 'tick:';
const MOVED = 'moved:';
const PASSING = 'passing:';

/** Tells one instance's hub to let its clients go. */
export function drainWord(instanceId: string): string {
  return `drain:${instanceId}`;
}

/** Tells all hubs that a user was refused a stream because all places are taken: are all who hold one still there? */
export function contestedWord(userId: string): string {
  return `${CONTESTED}${userId}`;
}

/** The user of a contested place, or null for any other word. */
export function contestedUser(word: string): string | null {
  return word.startsWith(CONTESTED) ? word.slice(CONTESTED.length) : null;
}

/** Tells all hubs that a client opened a stream elsewhere: the one it had ends. */
export function movedWord({ userId, member }: Lease): string {
  return `${MOVED}${userId}:${member}`;
}

/** The lease of the new stream, or null for any other word. */
export function movedLease(word: string): Lease | null {
  if (!word.startsWith(MOVED)) return null;
  const end = word.indexOf(':', MOVED.length);
  return end === -1 ? null : { userId: word.slice(MOVED.length, end), member: word.slice(end + 1) };
}

/** An event that is true only now, on its way past the log: no id, no replay. */
export interface PassingEvent {
  readonly topic: Topic;
  readonly type: EventType;
  /** `{id,type,data,timestamp}` on one line. */
  readonly json: string;
}

/** Passes such an event on to all who hear its topic, so its audience must be the topic's. */
export function passingWord({ topic, type, json }: OutgoingEvent): string {
  return `${PASSING}${topic} ${type} ${json}`;
}

/** The event to pass on, or null for any other word. */
export function passingOfWord(word: string): PassingEvent | null {
  if (!word.startsWith(PASSING)) return null;
  const [topic = '', type = ''] = word.slice(PASSING.length).split(' ', 2);
  const json = word.slice(PASSING.length + topic.length + type.length + 2);
  return isTopic(topic) && isEventType(type) && json !== '' ? { topic, type, json } : null;
}

/** Passes a tick of a topic on to all who hear that topic. `json`: the tick, on one line. */
export function tickWord(topic: Topic, json: string): string {
  return `${TICK}${topic}:${json}`;
}

/** The topic and the JSON of a tick, or null for any other word. */
export function tickOfWord(word: string): { readonly topic: Topic; readonly json: string } | null {
  if (!word.startsWith(TICK)) return null;
  const end = word.indexOf(':', TICK.length);
  const topic = word.slice(TICK.length, end);
  return end !== -1 && isTopic(topic) ? { topic, json: word.slice(end + 1) } : null;
}
