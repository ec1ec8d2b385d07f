import { LAST_EVENT_ID_HEADER } from '@/lib/protocol/constants';
import { isOwnOrigin } from '@/lib/protocol/origin';
import { refusal } from '@/lib/protocol/refusal';
import type { EventType } from '@/lib/protocol/events';
import { chooseTopics, type Topic } from '@/lib/protocol/topics';
import { HubUnavailable } from './hub';
import { logConnection } from './log-line';
import { streamParts } from './parts';
import { checkSession, type TokenRequest } from './session-check';
import { streamResponse } from './stream-response';

const CLIENT_ID = /^[0-9A-Za-z-]{8,64}$/;
const UNAVAILABLE_RETRY_SECONDS = 2;
const CROWDED_RETRY_SECONDS = 10;

/** A stream that cannot choose: one topic, and the type of event that ends it for good. `name` is that of its hub. */
export interface FixedStream {
  readonly name: string;
  readonly topic: Topic;
  readonly endsWith: EventType;
}

/**
 * `GET /api/sse?topics=&since=&client=`: the live stream (WHATWG server-sent events).
 * `Last-Event-ID` wins over `since`; `client` is the id a returning client had before.
 * Refusals: 401 not signed in, 403 foreign origin, 400 unknown topic, 429 too many streams of this user, 503 the event log is down.
 */
export async function openStream(request: Request & TokenRequest, fixed: FixedStream | null = null): Promise<Response> {
  const parts = streamParts(fixed?.name);
  if (!isOwnOrigin(request.headers)) {
    return refusal('foreign_origin', 'This stream can only be opened from Watchroom’s own pages.');
  }
  try {
    const signedIn = await checkSession(request, parts.settings, parts.registry);
    if (!signedIn) return refusal('unauthenticated', 'You are not signed in. Sign in and open the page again.');
    const query = new URL(request.url).searchParams;
    const choice = chooseTopics(fixed ? fixed.topic : query.get('topics'), signedIn.viewer.role);
    if ('unknown' in choice) {
      return refusal('malformed', 'The list of topics names some that do not exist.', { details: choice.unknown.slice(0, 5) });
    }
    const asked = query.get('client');
    const clientId = asked && CLIENT_ID.test(asked) ? asked : crypto.randomUUID();
    const { userId } = signedIn.viewer;
    const claimed = await parts.leases.claim({ userId, kind: parts.name, clientId });
    if (!claimed) {
      await parts.contest(userId);
      return crowded(parts.settings.maxPerUser);
    }
    const { lease } = claimed;
    return await streamResponse(
      {
        clientId,
        lease,
        viewer: signedIn.viewer,
        sessionVersion: signedIn.sessionVersion,
        sessionId: signedIn.sessionId,
        topics: choice.topics,
        since: request.headers.get(LAST_EVENT_ID_HEADER) ?? query.get('since'),
        expiresAt: signedIn.expiresAt,
        endsWith: fixed?.endsWith ?? null,
      },
      async (attach) => {
        try {
          const attachment = await parts.attach(attach);
          if (claimed.moved) await parts.tellMoved(lease);
          return attachment;
        } catch (error) {
          await parts.leases.release(lease);
          throw error;
        }
      },
      request.signal,
    );
  } catch (error) {
    const known = error instanceof HubUnavailable;
    logConnection('refused', { reason: error instanceof Error ? error.name : 'unknown' });
    const message = known ? error.message : 'The live stream cannot be opened right now.';
    return refusal('unavailable', message, { retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS });
  }
}

function crowded(maxPerUser: number): Response {
  logConnection('refused', { reason: 'too_many_connections' });
  const message = `You have ${maxPerUser} connections open already, which is the limit. News come every few seconds instead; close another window to be live here.`;
  return refusal('too_many_connections', message, { retryAfterSeconds: CROWDED_RETRY_SECONDS });
}
