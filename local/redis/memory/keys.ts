import { ReplyError, type RedisReply } from '../reply';
import type { Context, Handler } from './context';
import { expiryTime } from './expiry';
import { globMatcher } from './glob';
import { parseScan } from './scan-options';

/** Commands on keys whatever they hold. */
export const keyCommands = {
  del: (context, ...names: string[]) => remove(context, names),
  unlink: (context, ...names: string[]) => remove(context, names),
  exists: ({ keys }, ...names: string[]) => names.filter((key) => keys.typeOf(key) !== undefined).length,
  type: ({ keys }, key: string) => keys.typeOf(key) ?? 'none',
  rename: ({ keys }, from: string, to: string) => {
    if (!keys.rename(from, to)) throw new ReplyError('ERR no such key');
    return 'OK';
  },
  expire: (context, key: string, time: string, ...options: string[]) => expire(context, 'expire', key, time, options),
  pexpire: (context, key: string, time: string, ...options: string[]) => expire(context, 'pexpire', key, time, options),
  ttl: (context, key: string) => remaining(context, key, 1000),
  pttl: (context, key: string) => remaining(context, key, 1),
  persist: ({ keys }, key: string) => {
    if (keys.expiryOf(key) === undefined) return 0;
    keys.expireAt(key, null);
    return 1;
  },
  keys: ({ keys }, pattern: string) => keys.names().filter(globMatcher(pattern)),
  // COUNT is a hint, so one page with every key is a full scan and needs no cursor that survives deletions.
  scan: ({ keys }, cursor: string, ...options: string[]) => {
    const { more, matches, type } = parseScan(cursor, options, ['MATCH', 'COUNT', 'TYPE']);
    return ['0', more ? [] : keys.names().filter((key) => matches(key) && (type === undefined || keys.typeOf(key) === type))];
  },
  dbsize: ({ keys }) => keys.names().length,
  flushall: (context, ...options: string[]) => flush(context, options),
  flushdb: (context, ...options: string[]) => flush(context, options),
} satisfies Record<string, Handler>;

function remove({ keys }: Context, names: readonly string[]): number {
  return names.filter((key) => keys.delete(key)).length;
}

function expire({ keys }: Context, command: 'expire' | 'pexpire', key: string, time: string, words: readonly string[]): RedisReply {
  const options = expireOptions(words);
  const timeMs = expiryTime(time, { unitMs: command === 'expire' ? 1000 : 1, absolute: false }, command, keys.now(), false);
  if (keys.typeOf(key) === undefined) return 0;
  const current = keys.expiryOf(key) ?? Infinity;
  if (options.has('NX') && current !== Infinity) return 0;
  if (options.has('XX') && current === Infinity) return 0;
  if (options.has('GT') && timeMs <= current) return 0;
  if (options.has('LT') && timeMs >= current) return 0;
  keys.expireAt(key, timeMs);
  return 1;
}

function expireOptions(words: readonly string[]): ReadonlySet<string> {
  const options = new Set(words.map((word) => word.toUpperCase()));
  for (const word of words) {
    if (!['NX', 'XX', 'GT', 'LT'].includes(word.toUpperCase())) throw new ReplyError(`ERR Unsupported option ${word}`);
  }
  if (options.has('NX') && options.size > 1) {
    throw new ReplyError('ERR NX and XX, GT or LT options at the same time are not compatible');
  }
  if (options.has('GT') && options.has('LT')) throw new ReplyError('ERR GT and LT options at the same time are not compatible');
  return options;
}

function remaining({ keys }: Context, key: string, unitMs: number): number {
  if (keys.typeOf(key) === undefined) return -2;
  const timeMs = keys.expiryOf(key);
  return timeMs === undefined ? -1 : Math.round((timeMs - keys.now()) / unitMs);
}

function flush({ keys }: Context, options: readonly string[]): RedisReply {
  if (options.length > 1 || (options[0] !== undefined && !/^(?:a?sync)$/i.test(options[0]))) throw new ReplyError('ERR syntax error');
  keys.clear();
  return 'OK';
}
