import { ReplyError } from '../reply';
import { integer } from './numbers';
import type { Trim } from './stream';
import { idAfter, idBefore, invalidStreamId, LARGEST_ID, parseStreamId, SMALLEST_ID, type StreamId } from './stream-id';

const UINT64_MAX = LARGEST_ID.seq;
/** What Redis removes at most in one approximate trim when not told otherwise. */
const DEFAULT_LIMIT = 10_000;

/** The id asked for in XADD: all of it by the server, its number by the server, or given. */
export type RequestedId =
  | { readonly kind: 'auto' }
  | { readonly kind: 'auto-seq'; readonly ms: bigint }
  | { readonly kind: 'given'; readonly id: StreamId };

export interface AddArguments {
  readonly createStream: boolean;
  readonly trim?: Trim;
  readonly id: RequestedId;
  readonly fields: string[];
}

/** Reads what follows the key in XADD; `fields` may still be too few or odd. Throws ReplyError. */
export function parseAdd(words: readonly string[]): AddArguments {
  const options = parseTrimOptions(words, true);
  const idText = words[options.end];
  const id: RequestedId = idText === undefined ? { kind: 'auto' } : parseRequestedId(idText);
  return {
    createStream: options.createStream,
    id,
    fields: words.slice(options.end + 1),
    ...(options.trim && { trim: options.trim }),
  };
}

/** Reads what follows the key in XTRIM. Throws ReplyError. */
export function parseTrim(words: readonly string[]): Trim {
  const { trim } = parseTrimOptions(words, false);
  if (trim === undefined) throw new ReplyError('ERR syntax error, XTRIM must be called with MAXLEN or MINID');
  return trim;
}

/** Reads one end of an XRANGE interval: an id, `-`, `+`, or `(` before an id for "not itself". Throws ReplyError. */
export function parseIntervalEnd(text: string, end: 'start' | 'end'): StreamId {
  const missingSeq = end === 'start' ? 0n : UINT64_MAX;
  if (text === '-') return SMALLEST_ID;
  if (text === '+') return LARGEST_ID;
  if (!text.startsWith('(') || text.length === 1) return parseStreamId(text, missingSeq);
  const id = parseStreamId(text.slice(1), missingSeq);
  const neighbour = end === 'start' ? idAfter(id) : idBefore(id);
  if (neighbour === undefined) throw new ReplyError(`ERR invalid ${end} ID for the interval`);
  return neighbour;
}

function parseRequestedId(text: string): RequestedId {
  if (text === '*') return { kind: 'auto' };
  if (!text.endsWith('-*')) return { kind: 'given', id: parseStreamId(text, 0n) };
  const msText = text.slice(0, -2);
  if (msText.includes('-')) throw invalidStreamId();
  return { kind: 'auto-seq', ms: parseStreamId(msText, 0n).ms };
}

/** Reads options up to the first word that is none; for XTRIM there must be no such word. */
function parseTrimOptions(words: readonly string[], add: boolean): { createStream: boolean; trim?: Trim; end: number } {
  let createStream = true;
  let bound: { maxLength: number } | { minId: StreamId } | undefined;
  let approximate = false;
  let limit: number | undefined;
  let at = 0;
  for (; at < words.length; at += 1) {
    const option = (words[at] ?? '').toUpperCase();
    const hasValue = at + 1 < words.length;
    if ((option === 'MAXLEN' || option === 'MINID') && hasValue) {
      if (bound !== undefined) throw new ReplyError('ERR syntax error, MAXLEN and MINID options at the same time are not compatible');
      const mark = words[at + 1];
      if ((mark === '~' || mark === '=') && at + 2 < words.length) at += 1;
      approximate = words[at] === '~';
      at += 1;
      const value = words[at] ?? '';
      bound = option === 'MAXLEN' ? { maxLength: atLeastZero(value, 'MAXLEN') } : { minId: parseStreamId(value, 0n) };
    } else if (option === 'LIMIT' && hasValue) {
      at += 1;
      limit = atLeastZero(words[at] ?? '', 'LIMIT');
    } else if (add && option === 'NOMKSTREAM') {
      createStream = false;
    } else if (add) {
      break;
    } else {
      throw new ReplyError('ERR syntax error');
    }
  }
  if (add && words[at] !== undefined) parseRequestedId(words[at] ?? '');
  if (limit !== undefined && limit > 0 && bound === undefined) {
    throw new ReplyError('ERR syntax error, LIMIT cannot be used without specifying a trimming strategy');
  }
  if (limit !== undefined && bound !== undefined && !approximate) {
    throw new ReplyError('ERR syntax error, LIMIT cannot be used without the special ~ option');
  }
  if (bound === undefined) return { createStream, end: at };
  // LIMIT 0 means none, as it does in Redis.
  return { createStream, end: at, trim: { ...bound, approximate, limit: limit === 0 ? Infinity : (limit ?? DEFAULT_LIMIT) } };
}

function atLeastZero(text: string, option: string): number {
  const value = integer(text);
  if (value < 0) throw new ReplyError(`ERR The ${option} argument must be >= 0.`);
  return value;
}
