import { isTopic, type Topic } from '@/lib/protocol/topics';

/** Words that hubs hear over the doorbell beside its plain ring. */

const CONTESTED = 'contested:';
const TICK = 'tick:';

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
