/** Names of everything Watchroom keeps in Redis. */
export const REDIS_KEYS = {
  /** The event log, a stream. */
  log: 'watchroom:log',
  /** The name of the log's present life. */
  epoch: 'watchroom:epoch',
  /** Pub/sub channel that rings when the log has grown. */
  doorbell: 'watchroom:doorbell',
  /** Hash user id → `<session version>:<role>`, or `<session version>:disabled`. */
  sessions: 'watchroom:sessions',
  /** Sorted set session id → until when it would have held: those that were ended by signing out. */
  endedSessions: 'watchroom:ended-sessions',
  /** Sorted set for each user, `:<user id>` appended: client id → when its place runs out. */
  leases: 'watchroom:leases',
  /** Sorted set user id → until when somebody who polls counts as being there. */
  polling: 'watchroom:polling',
  /** Attempts to sign in, `<budget>:<subject>` appended: how many in the present window. */
  attempts: 'watchroom:attempts:',
  /** `<account>@<address>` appended: somebody signed in like that not long ago. */
  knownSignIn: 'watchroom:known-sign-in:',
  /** Sorted set for each room, `:<incident id>` appended: who has it open → until when that counts. */
  present: 'watchroom:present',
  /** Hash instance id → the figures of its hub. */
  hubs: 'watchroom:hubs',
  /** Which instance looks at services now; a lease. */
  collector: 'watchroom:collector',
  /** What it saw last: the payload of `GET /api/infrastructure`. */
  infrastructure: 'watchroom:infrastructure',
  /** The last number given out to order what happens to cards. */
  cardFence: 'watchroom:cards:fence',
  /** For each card, its key appended: the last result, a stream of one entry whose id is the fence. */
  cardResult: 'watchroom:cards:result:',
  /** The last change of what it stands on, kept the same way. */
  cardMark: 'watchroom:cards:mark:',
  /** The last time somebody asked for a new one, kept the same way. */
  cardBust: 'watchroom:cards:bust:',
  /** The last failure, kept the same way. */
  cardError: 'watchroom:cards:error:',
  /** There while screens have been told that its result is outdated. */
  cardTold: 'watchroom:cards:told:',
  /** For each computation that is wanted once, its name appended: who does it now; a lease. */
  computing: 'watchroom:computing:',
  /** What was computed for several a moment ago, by its name. */
  computed: 'watchroom:computed:',
} as const;

/** Field of the sessions hash that says it is complete: gone with the hash when Redis loses its data. */
export const SESSIONS_READY_FIELD = '_ready';

/** The key of one user's places for streams. */
export function leasesKey(userId: string): string {
  return `${REDIS_KEYS.leases}:${userId}`;
}
