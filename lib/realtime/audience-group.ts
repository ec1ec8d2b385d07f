import { roleSees, viewerSees, type Viewer } from '@/lib/protocol/audience';
import { encodeEvent } from '@/lib/protocol/encode';
import type { Cursor, StreamId } from '@/lib/protocol/cursor';
import type { Role } from '@/lib/protocol/permissions';
import type { Topic } from '@/lib/protocol/topics';
import type { LogEntry } from './event-log';
import { jsonForRole } from './json-for-role';
import { toBytes } from './to-bytes';

/** Everybody who sees the same: one role, one choice of topics. What they get is encoded once for all of them. */
export interface AudienceGroup {
  readonly key: string;
  readonly role: Role;
  readonly topics: ReadonlySet<Topic>;
}

/** The group of a role and its topics, in whatever order they were asked for. */
export function audienceGroup(role: Role, topics: readonly Topic[]): AudienceGroup {
  return { key: `${role}|${[...topics].sort().join(',')}`, role, topics: new Set(topics) };
}

/** Some entries as bytes of the stream, and how many of them are in it. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** The users whom these entries name: only they may get other things than the rest of their group. */
export function usersNamed(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => entry.audience.flatMap((rule) => rule.userIds ?? [])));
}

/** What everybody of a group gets of these entries; entries for single users left out. */
export function encodeForGroup(entries: readonly LogEntry[], group: AudienceGroup, cursorAt: (id: StreamId) => Cursor): Encoded {
  return encode(entries, group.role, cursorAt, (entry) => group.topics.has(entry.topic) && roleSees(entry.audience, group.role));
}

/** What this one viewer gets of these entries. */
export function encodeForViewer(
  entries: readonly LogEntry[],
  topics: ReadonlySet<Topic>,
  viewer: Viewer,
  cursorAt: (id: StreamId) => Cursor,
): Encoded {
  return encode(entries, viewer.role, cursorAt, (entry) => topics.has(entry.topic) && viewerSees(entry.audience, viewer));
}

function encode(entries: readonly LogEntry[], role: Role, cursorAt: (id: StreamId) => Cursor, sees: (entry: LogEntry) => boolean): Encoded {
  const texts = entries.filter(sees).flatMap((entry) => {
    const json = jsonForRole(entry, role);
    return json === null ? [] : [encodeEvent(cursorAt(entry.streamId), entry.type, json)];
  });
  return { bytes: toBytes(texts.join('')), count: texts.length };
}
