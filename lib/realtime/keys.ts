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
  /** Sorted set for each user, `:<user id>` appended: client id → when its place runs out. */
  leases: 'watchroom:leases',
  /** Sorted set for each room, `:<incident id>` appended: who has it open → until when that counts. */
  present: 'watchroom:present',
  /** Hash instance id → the figures of its hub. */
  hubs: 'watchroom:hubs',
  /** Which instance looks at services now; a lease. */
  collector: 'watchroom:collector',
  /** What it saw last: the payload of `GET /api/infrastructure`. */
  infrastructure: 'watchroom:infrastructure',
} as const;

/** Field of the sessions hash that says it is complete: gone with the hash when Redis loses its data. */
export const SESSIONS_READY_FIELD = '_ready';
