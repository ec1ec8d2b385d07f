import { ReplyError, type RedisReply } from '../reply';
import type { Context, Handler } from './context';
import { formatFloat, integer } from './numbers';
import { zadd } from './sorted-set-add';
import type { ScoredMember } from './sorted-set';
import { byIndex, byMember, byScore, type Bounds } from './sorted-set-ranges';

/** Commands on sorted sets. */
export const sortedSetCommands = {
  zadd: (context, key: string, ...words: string[]) => zadd(context, key, words),
  zincrby: (context, key: string, by: string, member: string) => zadd(context, key, ['INCR', by, member]),
  zrem: ({ keys }, key: string, ...members: string[]) => {
    const set = keys.read(key, 'zset');
    if (set === undefined) return 0;
    const removed = members.filter((member) => set.delete(member)).length;
    keys.dropIfEmpty(key, set.size);
    return removed;
  },
  zscore: ({ keys }, key: string, member: string) => {
    const score = keys.read(key, 'zset')?.score(member);
    return score === undefined ? null : formatFloat(score);
  },
  zcard: ({ keys }, key: string) => keys.read(key, 'zset')?.size ?? 0,
  zcount: (context, key: string, min: string, max: string) => select(context, key, byScore(min, max)).length,
  zrange: (context, key: string, start: string, stop: string, ...options: string[]) => zrange(context, key, start, stop, options),
  zrangebyscore: (context, key: string, min: string, max: string, ...words: string[]) => {
    const options = parseRangeOptions(words, ['WITHSCORES', 'LIMIT']);
    return present(select(context, key, byScore(min, max)), options);
  },
  zremrangebyscore: (context, key: string, min: string, max: string) => {
    const doomed = select(context, key, byScore(min, max));
    const set = context.keys.read(key, 'zset');
    for (const { member } of doomed) set?.delete(member);
    if (set !== undefined) context.keys.dropIfEmpty(key, set.size);
    return doomed.length;
  },
} satisfies Record<string, Handler>;

interface RangeOptions {
  readonly flags: ReadonlySet<string>;
  readonly limit?: { readonly offset: number; readonly count: number };
}

function zrange(context: Context, key: string, start: string, stop: string, words: readonly string[]): RedisReply {
  const options = parseRangeOptions(words, ['WITHSCORES', 'LIMIT', 'REV', 'BYSCORE', 'BYLEX']);
  const { flags, limit } = options;
  const reversed = flags.has('REV');
  if (limit !== undefined && !flags.has('BYSCORE') && !flags.has('BYLEX')) {
    throw new ReplyError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  }
  if (flags.has('WITHSCORES') && flags.has('BYLEX')) {
    throw new ReplyError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
  }
  const [min, max] = reversed ? [stop, start] : [start, stop];
  let bounds: Bounds;
  if (flags.has('BYSCORE')) bounds = byScore(min, max);
  else if (flags.has('BYLEX')) bounds = byMember(min, max);
  else bounds = byIndex(start, stop, reversed);
  const found = select(context, key, bounds);
  return present(reversed ? found.reverse() : found, options);
}

function parseRangeOptions(words: readonly string[], known: readonly string[]): RangeOptions {
  const flags = new Set<string>();
  let limit: RangeOptions['limit'];
  for (let at = 0; at < words.length; at += 1) {
    const option = (words[at] ?? '').toUpperCase();
    const [offset, count] = [words[at + 1], words[at + 2]];
    const repeated = option !== 'WITHSCORES' && flags.has(option);
    if (!known.includes(option) || repeated) throw new ReplyError('ERR syntax error');
    if (option !== 'LIMIT') {
      flags.add(option);
    } else {
      if (offset === undefined || count === undefined) throw new ReplyError('ERR syntax error');
      limit = { offset: integer(offset), count: integer(count) };
      at += 2;
    }
  }
  if (flags.has('BYSCORE') && flags.has('BYLEX')) throw new ReplyError('ERR syntax error');
  return limit === undefined ? { flags } : { flags, limit };
}

function select({ keys }: Context, key: string, bounds: Bounds): ScoredMember[] {
  const members = keys.read(key, 'zset')?.members ?? [];
  return members.slice(...bounds(members));
}

function present(found: readonly ScoredMember[], { flags, limit }: RangeOptions): RedisReply {
  let page = found;
  if (limit !== undefined) {
    const to = limit.count < 0 ? undefined : limit.offset + limit.count;
    page = limit.offset < 0 ? [] : found.slice(limit.offset, to);
  }
  return flags.has('WITHSCORES')
    ? page.flatMap(({ member, score }) => [member, formatFloat(score)])
    : page.map(({ member }) => member);
}
