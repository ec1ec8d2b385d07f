import { createParser } from 'eventsource-parser';
import { parseJson } from '@/lib/core/parse-json';
import { CURSOR_COMMENT, HEARTBEAT_COMMENT, STREAM_PATH } from '@/lib/protocol/constants';
import { asCursor, type Cursor } from '@/lib/protocol/cursor';
import { errorBodySchema } from '@/lib/protocol/errors';
import { parseWireEvent, type WireEvent } from '@/lib/protocol/events';
import type { Fetch } from '@/lib/queries/http';
import { isFrameType, parseFrame, type Frame } from '@/lib/protocol/frames';

const MAX_FRAME_CHARS = 1024 * 1024;

/** How an attempt ended without a stream. `status` 0: no answer came. */
export interface StreamRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number;
}

/** What a stream tells, in the order of its bytes. */
export interface StreamEvents {
  /** Any byte: the other side is alive. */
  onActivity(): void;
  onFrame(frame: Frame): void;
  /** `cursor` is the event's place; the next stream goes on from there. */
  onEvent(event: WireEvent, cursor: Cursor | null): void;
  /** The cursor moved without an event. */
  onCursor(cursor: Cursor): void;
  /** The server's clock, milliseconds since the epoch, as it was when this left the server. */
  onServerTime(ms: number): void;
  /** An event or frame that this page does not understand: it is older than its server. The cursor still moves. */
  onUnknown(type: string, cursor: Cursor | null): void;
}

/** Where a stream begins, and who asks. */
export interface StreamRequest {
  readonly cursor: Cursor | null;
  readonly clientId: string | null;
  /** Comma-separated; null for all that the user may hear. */
  readonly topics: string | null;
  readonly signal: AbortSignal;
  readonly fetch: Fetch;
}

/**
 * Reads one stream to its end. Fetch instead of EventSource: status, headers and comments are needed.
 * @returns null when the stream ended after it was open, else why it could not be opened. Never throws.
 */
export async function readStream(request: StreamRequest, events: StreamEvents): Promise<StreamRefusal | null> {
  let opened = false;
  try {
    const response = await request.fetch(streamUrl(request), {
      headers: { accept: 'text/event-stream', ...(request.cursor ? { 'last-event-id': request.cursor } : {}) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: request.signal,
    });
    const refused = await refusalOf(response);
    if (refused) return refused;
    opened = true;
    await pump(response, createFeed(events), events);
    return null;
  } catch {
    if (opened || request.signal.aborted) return null;
    return { status: 0, code: 'network', message: 'The server cannot be reached.', retryAfterMs: 0 };
  }
}

/** Takes the text of a stream in pieces of any size and calls the events in order. */
export function createFeed(events: StreamEvents): (text: string) => void {
  const parser = createParser({
    maxBufferSize: MAX_FRAME_CHARS,
    onEvent({ id, event = 'message', data }) {
      const value = parseJson(data);
      if (isFrameType(event)) {
        const frame = parseFrame(event, value);
        if (frame) events.onFrame(frame);
        else events.onUnknown(event, null);
        return;
      }
      const cursor = asCursor(id);
      const wireEvent = parseWireEvent(value);
      if (wireEvent) events.onEvent(wireEvent, cursor);
      else events.onUnknown(event, cursor);
    },
    onComment(comment) {
      const [word, rest = ''] = comment.split(' ');
      if (word === HEARTBEAT_COMMENT && Number.isFinite(Date.parse(rest))) events.onServerTime(Date.parse(rest));
      const cursor = word === CURSOR_COMMENT ? asCursor(rest) : null;
      if (cursor) events.onCursor(cursor);
    },
  });
  return (text) => parser.feed(text);
}

function streamUrl({ clientId, topics }: StreamRequest): string {
  const query = new URLSearchParams();
  if (clientId) query.set('client', clientId);
  if (topics !== null) query.set('topics', topics);
  return query.size > 0 ? `${STREAM_PATH}?${query}` : STREAM_PATH;
}

async function pump(response: Response, feed: (text: string) => void, events: StreamEvents): Promise<void> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    events.onActivity();
    feed(decoder.decode(value, { stream: true }));
  }
}

async function refusalOf(response: Response): Promise<StreamRefusal | null> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (response.ok && isStream) return null;
  const body = errorBodySchema.safeParse(parseJson(await response.text().catch(() => '')));
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    status: response.status,
    code: body.success ? body.data.error.code : 'unreadable',
    message: body.success ? body.data.error.message : `The server gave an unexpected answer (status ${response.status}).`,
    retryAfterMs: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter * 1_000 : 0,
  };
}
