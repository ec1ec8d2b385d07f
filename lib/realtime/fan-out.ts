import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { viewerSees } from '@/lib/protocol/audience';
import { compareStreamIds, type StreamId } from '@/lib/protocol/cursor';
import { encodeFrame, encodeHeartbeat } from '@/lib/protocol/encode';
import { EVENTS, type EventData } from '@/lib/protocol/events';
import type { FrameData, ResetReason } from '@/lib/protocol/frames';
import type { Topic } from '@/lib/protocol/topics';
import { encodeForGroup, encodeForViewer, usersNamed, type Encoded } from './audience-group';
import type { LogEntry } from './event-log';
import { logConnection } from './log-line';
import type { LogWindow } from './log-window';
import { writeTo, type CloseReason, type Session } from './session';
import { TOO_SLOW } from './session-age';
import { toBytes } from './to-bytes';

const SLICE_BYTES = 64 * 1024;

const revokedSchema = z.object({ data: EVENTS['session.revoked'].data });
const endedSchema = z.object({ data: EVENTS['session.ended'].data });

/** The clients of one hub, and the way of what the window learns to each of them. */
export interface FanOut {
  readonly sessions: ReadonlySet<Session>;
  /** Up to where everybody who keeps up was served. */
  readonly served: StreamId;
  /** Events handed to clients so far; one event to ten clients is ten. */
  readonly eventsSent: number;
  /** Makes a session one of the audience and serves what it missed. Nothing awaits, so nothing falls in between. */
  add(session: Session, greeting: string): void;
  close(session: Session, reason: CloseReason, error?: FrameData<'error'>): void;
  /** Hands what the window has learnt to everybody who keeps up. */
  publish(): void;
  /** The session's sink takes bytes again. */
  onRoom(session: Session): void;
  /** The same text to everybody who takes bytes now. */
  tellAll(text: string): void;
  /** The same text to everybody who hears a topic and takes bytes now. Gives how many that were. */
  tellTopic(topic: Topic, text: string): number;
  heartbeat(now: Date): void;
}

export interface FanOutEvents {
  onRevoked(revoked: EventData<'session.revoked'>): void;
  onEnded(ended: EventData<'session.ended'>): void;
  onStartOver(): void;
  onClosed(session: Session, reason: CloseReason): void;
}

/** A fan-out over an opened window. `events` hears of every changed account and ended sign-in, of events that went past it, and of every stream that ends. */
export function createFanOut(window: LogWindow, { onRevoked, onEnded, onStartOver, onClosed }: FanOutEvents): FanOut {
  const sessions = new Set<Session>();
  const groups = new Map<string, Set<Session>>();
  let served = window.position;
  let generation = window.generation;
  let eventsSent = 0;

  function publish(): void {
    if (window.generation !== generation) return startOver('log_lost');
    // More came at once than the window holds: what lies between is gone from it, and nobody could tell by the rest.
    if (compareStreamIds(served, window.start) < 0) return startOver('too_many');
    const entries = window.after(served);
    // First of all: who may no longer listen must not get the rest of this very batch.
    for (const entry of entries) {
      if (entry.type === 'session.revoked') revoke(entry);
      if (entry.type === 'session.ended') endSession(entry);
    }
    for (const slice of slices(entries)) deliver(slice, slice.at(-1)?.streamId ?? served);
    deliver([], window.position);
  }

  function startOver(reason: ResetReason): void {
    generation = window.generation;
    served = window.position;
    const bytes = toBytes(encodeFrame('reset', { reason, cursor: window.cursorAt(served) }, new Date()));
    for (const session of sessions) {
      session.position = served;
      writeTo(session, bytes, Date.now());
    }
    onStartOver();
  }

  /** One slice to all who stand where it begins; it is encoded once for each group. */
  function deliver(slice: readonly LogEntry[], upTo: StreamId): void {
    const from = served;
    served = upTo;
    const now = Date.now();
    const named = usersNamed(slice);
    for (const members of groups.values()) {
      let shared: Encoded | undefined;
      for (const session of members) {
        if (session.position !== from || session.blockedSince !== null) continue;
        session.position = upTo;
        if (slice.length === 0) continue;
        if (named.has(session.viewer.userId) || session.endsWith) give(session, encodeOwn(session, slice), now);
        else give(session, (shared ??= encodeForGroup(slice, session.group, window.cursorAt)), now);
        endIfOver(session, slice);
      }
    }
  }

  function encodeOwn(session: Session, whole: readonly LogEntry[]): Encoded {
    const end = session.endsWith ? endOf(session, whole) : -1;
    const slice = end === -1 ? whole : whole.slice(0, end + 1);
    return encodeForViewer(slice, session.group.topics, session.viewer, window.cursorAt);
  }

  function give(session: Session, { bytes, count }: Encoded, now: number): void {
    if (count === 0) return;
    eventsSent += count;
    writeTo(session, bytes, now);
  }

  /** Serves one session from the window until it is level with the others or its sink is full. Publish first. */
  function catchUp(session: Session): void {
    while (!session.closed && session.blockedSince === null && session.position !== served) {
      if (compareStreamIds(session.position, window.start) < 0) return close(session, 'slow', TOO_SLOW);
      const [slice = []] = slices(window.after(session.position));
      session.position = slice.at(-1)?.streamId ?? served;
      give(session, encodeOwn(session, slice), Date.now());
      endIfOver(session, slice);
    }
  }

  /** Nothing follows the event that ends a stream, not even what is known already. */
  function endIfOver(session: Session, slice: readonly LogEntry[]): void {
    if (session.endsWith && endOf(session, slice) !== -1) close(session, 'complete');
  }

  function endOf({ endsWith, group, viewer }: Session, slice: readonly LogEntry[]): number {
    return slice.findIndex((entry) => entry.type === endsWith && group.topics.has(entry.topic) && viewerSees(entry.audience, viewer));
  }

  function revoke(entry: LogEntry): void {
    const parsed = revokedSchema.safeParse(parseJson(entry.json));
    if (!parsed.success) return;
    onRevoked(parsed.data.data);
    for (const session of [...sessions]) {
      if (session.viewer.userId === parsed.data.data.userId) close(session, 'revoked', REVOKED);
    }
  }

  function endSession(entry: LogEntry): void {
    const parsed = endedSchema.safeParse(parseJson(entry.json));
    if (!parsed.success) return;
    onEnded(parsed.data.data);
    for (const session of [...sessions]) {
      if (session.sessionId === parsed.data.data.sessionId) close(session, 'revoked', SIGNED_OUT);
    }
  }

  function close(session: Session, reason: CloseReason, error?: FrameData<'error'>): void {
    if (session.closed) return;
    if (error) session.sink.write(toBytes(encodeFrame('error', error, new Date())));
    session.closed = true;
    session.sink.close();
    sessions.delete(session);
    const members = groups.get(session.group.key);
    members?.delete(session);
    if (members?.size === 0) groups.delete(session.group.key);
    onClosed(session, reason);
    const { clientId, viewer, openedAt } = session;
    logConnection('closed', { clientId, userId: viewer.userId, reason, seconds: (Date.now() - openedAt) / 1_000, open: sessions.size });
  }

  return {
    sessions,
    get served() {
      return served;
    },
    get eventsSent() {
      return eventsSent;
    },
    add(session, greeting) {
      // A client that comes back takes the place of its former stream, which may be dead without anybody knowing.
      for (const other of [...sessions]) {
        if (other.clientId === session.clientId && other.viewer.userId === session.viewer.userId) close(other, 'replaced');
      }
      sessions.add(session);
      groups.set(session.group.key, (groups.get(session.group.key) ?? new Set()).add(session));
      writeTo(session, toBytes(greeting), Date.now());
      catchUp(session);
    },
    close,
    publish,
    onRoom(session) {
      if (session.blockedSince === null) return;
      session.blockedSince = null;
      publish();
      catchUp(session);
    },
    tellAll(text) {
      const now = Date.now();
      const bytes = toBytes(text);
      for (const session of sessions) if (session.blockedSince === null) writeTo(session, bytes, now);
    },
    tellTopic(topic, text) {
      const now = Date.now();
      const bytes = toBytes(text);
      let told = 0;
      for (const session of sessions) {
        if (session.blockedSince !== null || !session.group.topics.has(topic)) continue;
        writeTo(session, bytes, now);
        told += 1;
      }
      return told;
    },
    heartbeat(now) {
      const bytes = toBytes(encodeHeartbeat(now, window.cursorAt(served)));
      for (const session of sessions) {
        if (session.blockedSince === null && session.position === served) writeTo(session, bytes, now.getTime());
      }
    },
  };
}

/** Told to somebody whose account is not what it was. */
export const REVOKED: FrameData<'error'> = {
  code: 'revoked',
  message: 'Your account was changed. Sign in again if you are asked to.',
};

/** Told to the streams of a sign-in that was ended by signing out. */
export const SIGNED_OUT: FrameData<'error'> = { code: 'signed_out', message: 'You signed out. Sign in again to go on.' };

function* slices(entries: readonly LogEntry[]): Generator<readonly LogEntry[]> {
  let slice: LogEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    slice.push(entry);
    bytes += entry.json.length;
    if (bytes < SLICE_BYTES) continue;
    yield slice;
    slice = [];
    bytes = 0;
  }
  if (slice.length > 0) yield slice;
}
