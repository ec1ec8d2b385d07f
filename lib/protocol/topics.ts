import { MAX_TOPICS_PER_STREAM } from './constants';
import { can, type Permission, type Role } from './permissions';

/** What a stream hears unless it chooses, and the permission it takes. */
export const TOPICS = {
  flash: 'flash.read',
  incidents: 'incidents.read',
  units: 'units.read',
  bonfires: 'bonfires.read',
  infra: 'infra.read',
  cards: 'cards.read',
  test: 'board.read',
  admin: 'users.manage',
} as const satisfies Record<string, Permission>;

/** A topic of the whole board, or the room of one incident. */
export type Topic = keyof typeof TOPICS | RoomTopic;
export type RoomTopic = `incident:${string}`;

const ROOM = /^incident:[0-9A-Za-z-]{1,64}$/;
const ROOM_PERMISSION: Permission = 'rooms.read';

/** What a browser still asks for while nobody looks at it, as `?topics=`. */
export const ALARM_TOPICS: Topic = 'flash';
/** The word for all that one hears without choosing, to be asked for together with rooms. */
export const EVERYTHING = '*';

const BOARD_TOPICS = Object.keys(TOPICS) as (keyof typeof TOPICS)[];

/** The topic of an incident's room. */
export function roomTopic(incidentId: string): RoomTopic {
  return `incident:${incidentId}`;
}

/** `?topics=` for the whole board and these rooms; null, which is no choice, without rooms. */
export function boardWithRooms(incidentIds: Iterable<string>): string | null {
  const rooms = [...new Set(incidentIds)].sort().slice(0, MAX_TOPICS_PER_STREAM - 1).map(roomTopic);
  return rooms.length === 0 ? null : [EVERYTHING, ...rooms].join(',');
}

/** Whether a choice of topics, as `?topics=` bears it, holds everything that the whole board needs. */
export function hearsWholeBoard(topics: string | null): boolean {
  return topics === null || topics.split(',').includes(EVERYTHING);
}

/** All topics that a role hears when it does not choose. */
export function defaultTopics(role: Role): Topic[] {
  return BOARD_TOPICS.filter((topic) => can(role, TOPICS[topic]));
}

/** The outcome of reading `?topics=`: what may be heard, or the words that name no topic. */
export type TopicChoice = { readonly topics: Topic[] } | { readonly unknown: string[] };

/**
 * Reads `?topics=a,b`; `*` stands for the role's default. Nothing given means the default as well. A topic the role
 * may not hear is left out rather than refused: what is allowed can change while the page that asks stays the same.
 */
export function chooseTopics(text: string | null, role: Role): TopicChoice {
  if (text === null || text === '') return { topics: defaultTopics(role) };
  const words = [...new Set(text.split(',').map((word) => word.trim()))].slice(0, MAX_TOPICS_PER_STREAM + 1);
  const unknown = words.filter((word) => word !== EVERYTHING && !isTopic(word));
  if (unknown.length > 0 || words.length > MAX_TOPICS_PER_STREAM) return { unknown };
  const chosen = words.filter(isTopic).filter((topic) => can(role, permissionFor(topic)));
  return { topics: [...new Set(words.includes(EVERYTHING) ? [...defaultTopics(role), ...chosen] : chosen)] };
}

/** Whether a word is the name of a topic. */
export function isTopic(word: string): word is Topic {
  return Object.hasOwn(TOPICS, word) || ROOM.test(word);
}

function permissionFor(topic: Topic): Permission {
  return isBoardTopic(topic) ? TOPICS[topic] : ROOM_PERMISSION;
}

function isBoardTopic(topic: Topic): topic is keyof typeof TOPICS {
  return Object.hasOwn(TOPICS, topic);
}
