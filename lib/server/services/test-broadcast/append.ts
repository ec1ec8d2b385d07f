import 'server-only';
import type { Audience } from '@/lib/protocol/audience';
import type { WireEvent } from '@/lib/protocol/events';
import { toOutgoing } from '@/lib/realtime/event-log';
import { AppError } from '@/lib/server/errors';
import { eventLog } from '@/lib/server/relay/log';

/** Puts an event that is no state of record straight onto the log. Throws AppError unavailable while the log is down. */
export async function appendToLog(event: WireEvent, audience: Audience): Promise<void> {
  try {
    await eventLog().append([toOutgoing(event, audience)]);
  } catch (cause) {
    throw new AppError('unavailable', 'The event log is down, so no test can be sent. Try again in a moment.', { retryAfterSeconds: 5 }, { cause });
  }
}
