import { z } from 'zod';
import type { StreamId } from '@/lib/protocol/cursor';
import { parseWireEvent } from '@/lib/protocol/events';
import type { Board } from '../board';
import { wordOf } from '../record-connection';

/** One event as the log holds it, where it stands first. */
export interface LoggedEvent {
  readonly eventId: string;
  readonly streamId: StreamId;
  readonly word: string;
  /** Of the message that it tells of. */
  readonly flashId: string | null;
}

const rawSchema = z.array(z.tuple([z.string(), z.array(z.string())]));

/** All that ever came to the log with a word of a test, in its order, each event once. The log must not have been trimmed. */
export async function readTruth(board: Board): Promise<LoggedEvent[]> {
  const raw = rawSchema.parse(await board.redisCommand('XRANGE', 'watchroom:log', '-', '+'));
  const seen = new Set<string>();
  return raw.flatMap(([streamId, fields]) => {
    const json = fields[fields.indexOf('json') + 1];
    const event = json?.startsWith('{') ? parseWireEvent(JSON.parse(json)) : null;
    const word = event && wordOf(event);
    if (!event || word === null || seen.has(event.id)) return [];
    seen.add(event.id);
    return [{ eventId: event.id, streamId: streamId as StreamId, word, flashId: event.type === 'flash.sent' ? event.data.flash.id : null }];
  });
}
