import { CURSOR_COMMENT, HEARTBEAT_COMMENT, RETRY_MS } from './constants';
import type { Cursor } from './cursor';
import type { EventType } from './events';
import type { FrameData, FrameType } from './frames';
import type { Topic } from './topics';

/**
 * Text of the stream, WHATWG HTML §9.2 (server-sent events): UTF-8, LF only, a blank line ends a frame.
 * JSON escapes CR, LF and NUL, and cursors cannot hold them, so none can break out of a field.
 */

/** An event whose JSON `{id,type,data,timestamp}` was made once, when it was written to the log. */
export function encodeEvent(cursor: Cursor, type: EventType, json: string): string {
  return `id: ${cursor}\nevent: ${type}\ndata: ${json}\n\n`;
}

/** An event that is true only now, from its JSON `{id,type,data,timestamp}`: without a cursor, so never replayed. */
export function encodePassing(type: EventType, json: string): string {
  return `event: ${type}\ndata: ${json}\n\n`;
}

/** A control frame; `now` stamps it. `connected` also sets how long a plain EventSource waits to come back. */
export function encodeFrame<T extends FrameType>(type: T, data: FrameData<T>, now: Date): string {
  const retry = type === 'connected' ? `retry: ${RETRY_MS}\n` : '';
  return retry + encodeEnvelope(type, data, now);
}

/** Anything as `{type,data,timestamp}` under the name of its type, without an id; `now` stamps it. */
export function encodeEnvelope(type: string, data: unknown, now: Date): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, data, timestamp: now.toISOString() })}\n\n`;
}

/** A `tick` frame around JSON that was made once, by whoever looked. */
export function encodeTick(topic: Topic, json: string, now: Date): string {
  return `event: tick\ndata: {"type":"tick","data":{"topic":"${topic}","tick":${json}},"timestamp":"${now.toISOString()}"}\n\n`;
}

/**
 * A sign of life, and the reader's cursor moved on: a bare id dispatches nothing. Parsers that tell only of
 * dispatched events miss a bare id, so the cursor stands in a comment as well.
 */
export function encodeHeartbeat(now: Date, cursor: Cursor | null): string {
  const id = cursor ? `:${CURSOR_COMMENT} ${cursor}\nid: ${cursor}\n\n` : '\n';
  return `:${HEARTBEAT_COMMENT} ${now.toISOString()}\n${id}`;
}
