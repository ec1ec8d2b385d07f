import { eventsAnswerSchema, type Snapshot } from '@/lib/protocol/answers';
import { asCursor, type Cursor } from '@/lib/protocol/cursor';
import { parseWireEvent, type WireEvent } from '@/lib/protocol/events';
import { request, RequestError, type Fetch } from '@/lib/queries/http';

/** A poll may travel on a connection that died without a word; nobody else would ever tell. */
const PATIENCE_MS = 15_000;

/** One poll's news, in the words of the stream. `unknown`: how many events this page does not understand. */
export type PollOutcome =
  | { readonly kind: 'events'; readonly events: readonly { readonly event: WireEvent; readonly cursor: Cursor | null }[]; readonly cursor: Cursor | null; readonly unknown: number }
  | { readonly kind: 'reset'; readonly reason: string; readonly cursor: Cursor | null }
  /** The log is down; this is everything as the database knows it. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Where a poll begins, and how it leaves. `topics` null: all that the user may hear. */
export interface PollRequest {
  readonly cursor: Cursor | null;
  readonly topics: string | null;
  readonly signal: AbortSignal;
  readonly fetch: Fetch;
}

/** Asks `GET /api/events` once for what followed a cursor. Never throws; status 0 when no answer came within 15 s. */
export async function pollOnce({ cursor, topics, signal, fetch }: PollRequest): Promise<PollOutcome> {
  const query = new URLSearchParams();
  if (cursor) query.set('since', cursor);
  if (topics !== null) query.set('topics', topics);
  try {
    const answer = await request(`/api/events?${query}`, eventsAnswerSchema, { signal, fetch, timeoutMs: PATIENCE_MS });
    if ('snapshot' in answer) return { kind: 'snapshot', snapshot: answer.snapshot };
    if ('reset' in answer) return { kind: 'reset', reason: answer.reason, cursor: asCursor(answer.cursor) };
    const events = answer.events.flatMap(readEvent);
    return { kind: 'events', events, cursor: asCursor(answer.cursor), unknown: answer.events.length - events.length };
  } catch (error) {
    // Asking again is this connection's own affair: nobody has to see whether anything was done.
    if (error instanceof RequestError && error.code !== 'timeout') return { kind: 'refused', status: error.status, message: error.message };
    return { kind: 'refused', status: 0, message: 'The server cannot be reached.' };
  }
}

function readEvent(value: unknown): { event: WireEvent; cursor: Cursor | null }[] {
  const event = parseWireEvent(value);
  if (!event) return [];
  const place = value instanceof Object && 'cursor' in value ? value.cursor : null;
  return [{ event, cursor: typeof place === 'string' ? asCursor(place) : null }];
}
