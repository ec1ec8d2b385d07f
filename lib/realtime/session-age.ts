import type { FrameData } from '@/lib/protocol/frames';
import type { CloseReason, Session } from './session';

/** A sink that took nothing for this long belongs to somebody who does not read. */
const SLOW_MS = 15_000;
/** How long a client may take to move to a new stream. */
export const ROTATE_GRACE_MS = 10_000;

/** Told to a client that does not read fast enough. */
export const TOO_SLOW: FrameData<'error'> = {
  code: 'slow',
  message: 'This connection cannot keep up. It is opened anew where it stopped.',
};

/** What time asks of a session: to end it, to have it replaced, or nothing. */
export type Verdict =
  | { readonly act: 'close'; readonly reason: CloseReason; readonly error?: FrameData<'error'> }
  | { readonly act: 'rotate' }
  | null;

/** Judges one session by the clock (milliseconds since the epoch). */
export function judge(session: Session, now: number): Verdict {
  if (session.expiresAt <= now) {
    const error = { code: 'auth_expired', message: 'Your sign-in has run out. Sign in again.' } as const;
    return { act: 'close', reason: 'auth_expired', error };
  }
  if (session.blockedSince !== null && now - session.blockedSince > SLOW_MS) {
    return { act: 'close', reason: 'slow', error: TOO_SLOW };
  }
  if (session.rotating) return now >= session.rotateAt + ROTATE_GRACE_MS ? { act: 'close', reason: 'rotated' } : null;
  return now >= session.rotateAt ? { act: 'rotate' } : null;
}
