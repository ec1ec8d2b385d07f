import type { Viewer } from '@/lib/protocol/audience';
import { encodeFrame, encodePassing, encodeTick } from '@/lib/protocol/encode';
import type { EventType } from '@/lib/protocol/events';
import type { Topic } from '@/lib/protocol/topics';
import { audienceGroup } from './audience-group';
import type { Doorbell, DoorbellEvents } from './doorbell';
import { createFanOut, REVOKED, SIGNED_OUT, type FanOut } from './fan-out';
import type { HubStats } from './hub-stats';
import { contestedUser, drainWord, movedLease, passingOfWord, tickOfWord } from './hub-words';
import { isSameClient, RENEW_EVERY_MS, type Lease, type Leases } from './leases';
import { logConnection } from './log-line';
import { createLogWatch } from './log-watch';
import type { LogWindow, Resume } from './log-window';
import { writeTo, type CloseReason, type Session, type Sink } from './session';
import { OWN_LISTENER_ID } from './own-listener';
import { judge, ROTATE_GRACE_MS } from './session-age';
import { stillHolds, type SessionRegistry } from './session-registry';
import { toBytes } from './to-bytes';

const TICK_MS = 1_000;
const IDLE_STOP_MS = 60_000;
const DRAIN_SPREAD_MS = 2_000;
const DRAIN_GRACE_MS = 500;
/** A client that moves to another instance gets its new stream before the old one ends. */
const MOVED_GRACE_MS = 1_000;
/** A stream younger than so many heartbeats needs no sign of life: opening it was one. */
const PROVEN_HEARTBEATS = 4;

/** A client that wants to listen. `since`: its cursor, as text that may be anything. `expiresAt`: milliseconds since the epoch. */
export interface AttachRequest {
  readonly clientId: string;
  /** The slot that was claimed for this stream; the hub renews it and gives it back. */
  readonly lease: Lease;
  readonly viewer: Viewer;
  readonly sessionVersion: number;
  readonly sessionId: string;
  readonly topics: readonly Topic[];
  readonly since: string | null;
  readonly expiresAt: number;
  /** The stream ends for good with the first event of this type; null for a stream that goes on. */
  readonly endsWith?: EventType | null;
  readonly sink: Sink;
}

/** The hub's hold of one client. */
export interface Attachment {
  /** The sink takes bytes again. */
  onRoom(): void;
  /** The client is gone. */
  detach(): void;
}

/** The log cannot be read or this instance is leaving: no stream now. */
export class HubUnavailable extends Error {
  override readonly name = 'HubUnavailable';
}

/** What a hub is made of. Times in milliseconds. */
export interface HubOptions {
  readonly window: LogWindow;
  readonly instanceId: string;
  /** Told to each client, which may be of another one. */
  readonly build: string;
  readonly heartbeatMs: number;
  readonly maxAgeMs: number;
  /** The accounts as they are now: who joined is checked once more, and everybody when events may have been lost. */
  readonly registry: Pick<SessionRegistry, 'readAll' | 'hasEnded' | 'learn' | 'learnEnded'>;
  readonly leases: Pick<Leases, 'renew' | 'release'>;
  /** Takes this hub's figures every few seconds. A rejection is passed over: the next figures follow. */
  readonly report: (stats: HubStats) => Promise<void>;
  readonly openDoorbell: (events: DoorbellEvents) => Doorbell;
}

/** One reader of the log for however many clients. */
export interface Hub {
  /** Throws HubUnavailable. */
  attach(request: AttachRequest): Promise<Attachment>;
  stats(): HubStats;
  stop(): void;
}

/** A hub that starts with its first client and stops a minute after its last. */
export function createHub(options: HubOptions): Hub {
  const { window, instanceId } = options;
  const counted = { opened: 0, slowClosed: 0, ticksSent: 0 };
  let starting: Promise<void> | undefined;
  let fanOut: FanOut | undefined;
  let timers: ReturnType<typeof setInterval>[] = [];
  let draining = false;
  /** Whether somebody listens whose account was not looked up since. */
  let unverified = false;
  let lastRenewAt = 0;
  let lastUsedAt = 0;

  const watch = createLogWatch(window, options.openDoorbell, {
    onRead: () => fanOut?.publish(),
    onUpstream(state) {
      logConnection(state === 'lost' ? 'event log lost, trying on' : 'event log is back', { instanceId });
      fanOut?.tellAll(encodeFrame('upstream', { state }, new Date()));
    },
    onWord,
    onDeaf: () => logConnection('doorbell is deaf, subscribing again', { instanceId }),
  });

  function onWord(word: string): void {
    if (word === drainWord(instanceId)) return drain();
    const contested = contestedUser(word);
    if (contested !== null) return askForSignsOfLife(contested);
    const moved = movedLease(word);
    if (moved !== null) return endFormer(moved);
    const passing = passingOfWord(word);
    if (passing) return void fanOut?.tellTopic(passing.topic, encodePassing(passing.type, passing.json));
    const tick = tickOfWord(word);
    if (tick) counted.ticksSent += fanOut?.tellTopic(tick.topic, encodeTick(tick.topic, tick.json, new Date())) ?? 0;
  }

  async function start(): Promise<void> {
    await window.open();
    lastUsedAt = Date.now();
    const started = createFanOut(window, {
      onRevoked: ({ userId, sessionVersion, role }) => options.registry.learn(userId, { sessionVersion, role }),
      onEnded: ({ sessionId }) => options.registry.learnEnded(sessionId),
      onStartOver: () => {
        unverified = true;
      },
      onClosed,
    });
    fanOut = started;
    watch.start();
    timers = [setInterval(tick, TICK_MS), setInterval(() => started.heartbeat(new Date()), options.heartbeatMs)];
  }

  function stop(): void {
    watch.stop();
    timers.forEach(clearInterval);
    fanOut = undefined;
    starting = undefined;
  }

  function tick(): void {
    if (!fanOut) return;
    const now = Date.now();
    if (fanOut.sessions.size > 0) lastUsedAt = now;
    if (now - lastUsedAt > IDLE_STOP_MS) return stop();
    watch.tick(now);
    for (const session of [...fanOut.sessions]) inspect(fanOut, session, now);
    if (unverified) void verify(fanOut);
    if (now - lastRenewAt >= RENEW_EVERY_MS) renew(fanOut, now);
  }

  function inspect(among: FanOut, session: Session, now: number): void {
    const verdict = judge(session, now);
    if (verdict?.act === 'close') among.close(session, verdict.reason, verdict.error);
    if (verdict?.act === 'rotate') rotate(session, ROTATE_GRACE_MS, now);
  }

  /** Ends the streams of those who may not listen any more, whatever events went past this hub. */
  async function verify(among: FanOut): Promise<void> {
    unverified = false;
    try {
      const accounts = await options.registry.readAll();
      for (const session of [...among.sessions]) {
        const { viewer, sessionVersion, sessionId } = session;
        if (options.registry.hasEnded(sessionId)) among.close(session, 'revoked', SIGNED_OUT);
        else if (!stillHolds(accounts.get(viewer.userId), sessionVersion, viewer.role)) among.close(session, 'revoked', REVOKED);
      }
    } catch {
      unverified = true;
    }
  }

  function renew(among: FanOut, now: number): void {
    lastRenewAt = now;
    const held = new Map([...among.sessions].map((session) => [session.lease, session]));
    const endLost = (lost: Lease[]) => lost.forEach((lease) => endWithout(among, held.get(lease)));
    // A failure mends itself: the next round renews, and a lease outlives three rounds.
    options.leases.renew([...held.keys()]).then(endLost, () => undefined);
    options.report(stats()).catch(() => undefined);
  }

  /** A client without a slot may come back, and is refused then if all are taken. */
  function endWithout(among: FanOut, session: Session | undefined): void {
    if (session) among.close(session, 'replaced');
  }

  function endFormer(moved: Lease): void {
    const among = fanOut;
    for (const session of among?.sessions ?? []) {
      const { userId, member } = session.lease;
      if (userId !== moved.userId || member === moved.member || !isSameClient(member, moved.member)) continue;
      setTimeout(() => among?.close(session, 'replaced'), MOVED_GRACE_MS);
    }
  }

  /** Gives a slot back, unless its client was sent to another stream, which takes the slot over. */
  function onClosed(session: Session, reason: CloseReason): void {
    if (reason === 'slow') counted.slowClosed += 1;
    if (session.rotating && reason !== 'rotated' && reason !== 'replaced') return;
    void options.leases.release(session.lease);
  }

  function rotate(session: Session, withinMs: number, now: number): void {
    session.rotating = true;
    writeTo(session, toBytes(encodeFrame('rotate', { withinMs }, new Date(now))), now);
  }

  /**
   * A network that went away says nothing, so a stream into nowhere looks like a good one. Who is there moves to a new
   * stream when asked to; who does not within the grace gives up the place that somebody else is waiting for.
   */
  function askForSignsOfLife(userId: string): void {
    const now = Date.now();
    for (const session of fanOut?.sessions ?? []) {
      const proven = now - session.openedAt < PROVEN_HEARTBEATS * options.heartbeatMs;
      if (session.viewer.userId !== userId || session.rotating || proven) continue;
      session.rotateAt = now;
      rotate(session, ROTATE_GRACE_MS, now);
    }
  }

  /** Sends everybody elsewhere, spread over a moment, and takes nobody new. */
  function drain(): void {
    if (draining || !fanOut) return;
    draining = true;
    const leaving = fanOut;
    logConnection('draining', { instanceId, open: leaving.sessions.size });
    for (const session of [...leaving.sessions]) {
      const inMs = Math.random() * DRAIN_SPREAD_MS;
      // Clients move when they are told: told all at once, they would arrive elsewhere all at once.
      setTimeout(() => rotate(session, DRAIN_GRACE_MS, Date.now()), inMs);
      setTimeout(() => leaving.close(session, 'shutdown'), inMs + DRAIN_GRACE_MS);
    }
  }

  async function ready(since: string | null): Promise<{ running: FanOut; resume: Resume | null }> {
    try {
      lastUsedAt = Date.now();
      await (starting ??= start());
      // Lost a moment ago need not mean lost now: whoever connects has it tried again.
      await watch.retry();
      const resume = since === null ? null : await window.resume(since);
      if (fanOut) return { running: fanOut, resume };
    } catch (cause) {
      if (!fanOut) starting = undefined;
      throw new HubUnavailable('The event log cannot be reached.', { cause });
    }
    throw new HubUnavailable('The event log cannot be reached.');
  }

  function greet(session: Session, resume: Resume | null, running: FanOut): string {
    const now = new Date();
    const here = window.cursorAt(running.served);
    const cursor = resume && 'position' in resume ? window.cursorAt(resume.position) : here;
    const { clientId, group } = session;
    const { build, heartbeatMs, maxAgeMs } = options;
    const hello = { clientId, instanceId, build, epoch: window.epoch, cursor, heartbeatMs, maxAgeMs, topics: [...group.topics] };
    const reset = resume && 'reset' in resume ? encodeFrame('reset', { reason: resume.reset, cursor: here }, now) : '';
    return encodeFrame('connected', hello, now) + reset;
  }

  function stats(): HubStats {
    return {
      connections: [...(fanOut?.sessions ?? [])].filter(({ viewer }) => viewer.userId !== OWN_LISTENER_ID).length,
      logReadable: watch.upstream === 'ok',
      doorbellUp: watch.doorbellUp,
      eventsSent: fanOut?.eventsSent ?? 0,
      ...watch.counts,
      ...counted,
    };
  }

  return {
    async attach(request) {
      const { running, resume } = await ready(request.since);
      if (draining) throw new HubUnavailable('This server is being replaced. Try again in a moment.');
      // From here on nothing awaits: what is published now and what follows live join without a seam.
      running.publish();
      const position = resume && 'position' in resume ? resume.position : running.served;
      const session = newSession(request, position, options.maxAgeMs);
      running.add(session, greet(session, resume, running));
      unverified = true;
      counted.opened += 1;
      const { clientId, viewer } = session;
      logConnection('opened', { clientId, userId: viewer.userId, resumed: resume !== null, open: running.sessions.size });
      return { onRoom: () => running.onRoom(session), detach: () => running.close(session, 'gone') };
    },
    stats,
    stop,
  };
}

function newSession(request: AttachRequest, position: Session['position'], maxAgeMs: number): Session {
  const now = Date.now();
  const { clientId, lease, viewer, sessionVersion, sessionId, sink, expiresAt } = request;
  return {
    clientId,
    lease,
    viewer,
    sessionVersion,
    sessionId,
    group: audienceGroup(viewer.role, request.topics),
    endsWith: request.endsWith ?? null,
    sink,
    openedAt: now,
    expiresAt,
    // Spread over the last fifth, so that those who came together do not leave together.
    rotateAt: now + maxAgeMs * (0.8 + 0.2 * Math.random()),
    rotating: false,
    position,
    blockedSince: null,
    closed: false,
  };
}
