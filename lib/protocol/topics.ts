import { MAX_TOPICS_PER_STREAM } from './constants';
import { can, type Permission, type Role } from './permissions';

/** What a stream can be asked for, and the permission it takes to hear it. */
export const TOPICS = {
  flash: 'flash.read',
  test: 'board.read',
  admin: 'users.manage',
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof TOPICS;

/** What a browser still asks for while nobody looks at it, as `?topics=`. */
export const ALARM_TOPICS: Topic = 'flash';

const ALL_TOPICS = Object.keys(TOPICS) as Topic[];

/** All topics that a role hears when it does not choose. */
export function defaultTopics(role: Role): Topic[] {
  return ALL_TOPICS.filter((topic) => can(role, TOPICS[topic]));
}

/** The outcome of reading `?topics=`: what may be heard, or the words that name no topic. */
export type TopicChoice = { readonly topics: Topic[] } | { readonly unknown: string[] };

/**
 * Reads `?topics=a,b`. Nothing given means the role's default. A topic the role may not hear is left out
 * rather than refused: what is allowed can change while the page that asks stays the same.
 */
export function chooseTopics(text: string | null, role: Role): TopicChoice {
  if (text === null || text === '') return { topics: defaultTopics(role) };
  const words = [...new Set(text.split(',').map((word) => word.trim()))].slice(0, MAX_TOPICS_PER_STREAM + 1);
  const unknown = words.filter((word) => !isTopic(word));
  if (unknown.length > 0 || words.length > MAX_TOPICS_PER_STREAM) return { unknown };
  return { topics: words.filter(isTopic).filter((topic) => can(role, TOPICS[topic])) };
}

function isTopic(word: string): word is Topic {
  return Object.hasOwn(TOPICS, word);
}
