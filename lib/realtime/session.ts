import type { Viewer } from '@/lib/protocol/audience';
import type { StreamId } from '@/lib/protocol/cursor';
import type { EventType } from '@/lib/protocol/events';
import type { AudienceGroup } from './audience-group';
import type { Lease } from './leases';

/** Where a session's bytes go. The hub knows nothing else of the transport. */
export interface Sink {
  /** Takes bytes always; false says: no more until `onRoom` is called. */
  write(bytes: Uint8Array): boolean;
  /** Ends the stream after what was written. */
  close(): void;
}

/** Why a stream ended, for the log. */
export type CloseReason = 'gone' | 'complete' | 'replaced' | 'rotated' | 'revoked' | 'auth_expired' | 'slow' | 'shutdown';

/** One client's stream, as the hub keeps it. Times in milliseconds since the epoch. */
export interface Session {
  readonly clientId: string;
  readonly lease: Lease;
  readonly viewer: Viewer;
  readonly sessionVersion: number;
  /** The sign-in behind it. */
  readonly sessionId: string;
  readonly group: AudienceGroup;
  /** The stream ends for good with the first event of this type that it is given. */
  readonly endsWith: EventType | null;
  readonly sink: Sink;
  readonly openedAt: number;
  /** When the sign-in behind it runs out. */
  readonly expiresAt: number;
  /** When it should be replaced by a new stream. */
  rotateAt: number;
  rotating: boolean;
  /** Up to where it was served. */
  position: StreamId;
  /** Since when its sink takes no more; null while it does. */
  blockedSince: number | null;
  closed: boolean;
}

/** Writes to a session and notes whether it takes more. */
export function writeTo(session: Session, bytes: Uint8Array, now: number): void {
  if (session.closed) return;
  if (session.sink.write(bytes)) session.blockedSince = null;
  else session.blockedSince ??= now;
}
