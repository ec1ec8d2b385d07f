import { ReplyError, type RedisReply } from '../reply';
import { wrongArity } from '../served-command';
import type { Context, Handler } from './context';
import { integer } from './numbers';
import { Stream } from './stream';
import { parseAdd, parseIntervalEnd, parseTrim, type RequestedId } from './stream-arguments';
import { compareStreamIds, formatStreamId, idAfter, LARGEST_ID, parseStreamId, SMALLEST_ID, type StreamId } from './stream-id';

/** Commands on streams. */
export const streamCommands = {
  xadd: (context, key: string, ...words: string[]) => xadd(context, key, words),
  xlen: ({ keys }, key: string) => keys.read(key, 'stream')?.length ?? 0,
  xrange: (context, key: string, start: string, end: string, ...options: string[]) => range(context, key, start, end, options, false),
  xrevrange: (context, key: string, end: string, start: string, ...options: string[]) => range(context, key, start, end, options, true),
  xdel: ({ keys }, key: string, ...ids: string[]) => {
    const stream = keys.read(key, 'stream');
    if (stream === undefined) return 0;
    return ids.map((id) => parseStreamId(id, 0n)).filter((id) => stream.delete(id)).length;
  },
  xtrim: ({ keys }, key: string, ...words: string[]) => {
    const trim = parseTrim(words);
    return keys.read(key, 'stream')?.trim(trim) ?? 0;
  },
  xinfo: ({ keys }, _stream: string, key: string) => {
    const stream = keys.read(key, 'stream');
    if (stream === undefined) throw new ReplyError('ERR no such key');
    return describe(stream);
  },
} satisfies Record<string, Handler>;

function xadd({ keys }: Context, key: string, words: readonly string[]): RedisReply {
  const { createStream, trim, id, fields } = parseAdd(words);
  if (fields.length < 2 || fields.length % 2 !== 0) throw wrongArity('xadd');
  if (id.kind === 'given' && compareStreamIds(id.id, SMALLEST_ID) === 0) {
    throw new ReplyError('ERR The ID specified in XADD must be greater than 0-0');
  }
  const existing = keys.read(key, 'stream');
  if (existing === undefined && !createStream) return null;
  const stream = existing ?? keys.open(key, 'stream', () => new Stream());
  const text = stream.append(nextId(stream.lastId, id, keys.now()), fields);
  if (trim !== undefined) stream.trim(trim);
  return text;
}

/** A clock that went back must not give a smaller id, so the last one is then counted on. */
function nextId(last: StreamId, requested: RequestedId, now: number): StreamId {
  if (compareStreamIds(last, LARGEST_ID) === 0) {
    throw new ReplyError('ERR The stream has exhausted the last possible ID, unable to add more items');
  }
  if (requested.kind === 'auto') {
    const ms = BigInt(now);
    return ms > last.ms ? { ms, seq: 0n } : (idAfter(last) ?? LARGEST_ID);
  }
  const sameMs = requested.kind === 'auto-seq' && requested.ms === last.ms;
  const id = requested.kind === 'given' ? requested.id : { ms: requested.ms, seq: sameMs ? last.seq + 1n : 0n };
  if (id.seq > LARGEST_ID.seq || compareStreamIds(id, last) <= 0) {
    throw new ReplyError('ERR The ID specified in XADD is equal or smaller than the target stream top item');
  }
  return id;
}

function range({ keys }: Context, key: string, start: string, end: string, words: readonly string[], reversed: boolean): RedisReply {
  const from = parseIntervalEnd(start, 'start');
  const to = parseIntervalEnd(end, 'end');
  let count = Infinity;
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1];
    if (words[at]?.toUpperCase() !== 'COUNT' || value === undefined) throw new ReplyError('ERR syntax error');
    count = Math.max(integer(value), 0);
  }
  const stream = keys.read(key, 'stream');
  if (stream === undefined) return [];
  return count === 0 ? null : stream.range(from, to, count, reversed);
}

function describe(stream: Stream): RedisReply {
  // The radix tree is Redis's own way to store a stream; readers of this reply expect the fields, not the numbers.
  return [
    'length', stream.length, 'radix-tree-keys', 1, 'radix-tree-nodes', 2,
    'last-generated-id', formatStreamId(stream.lastId), 'max-deleted-entry-id', formatStreamId(stream.maxDeletedId),
    'entries-added', stream.added, 'recorded-first-entry-id', formatStreamId(stream.firstId),
    'groups', 0, 'first-entry', stream.first, 'last-entry', stream.last,
  ];
}
