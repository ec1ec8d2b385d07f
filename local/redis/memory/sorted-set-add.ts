import { ReplyError, type RedisReply } from '../reply';
import type { Context } from './context';
import { float, formatFloat } from './numbers';
import { SortedSet } from './sorted-set';

const OPTIONS: readonly string[] = ['NX', 'XX', 'GT', 'LT', 'CH', 'INCR'];

/** Carries out ZADD. Takes the words after the key. Throws ReplyError. */
export function zadd({ keys }: Context, key: string, words: readonly string[]): RedisReply {
  const optionCount = words.findIndex((word) => !OPTIONS.includes(word.toUpperCase()));
  const options = new Set(words.slice(0, Math.max(optionCount, 0)).map((word) => word.toUpperCase()));
  const pairs = optionCount === -1 ? [] : words.slice(optionCount);
  refuseContradictions(options, pairs);
  const elements = pairs.flatMap((score, at) => (at % 2 === 0 ? [{ score: float(score), member: pairs[at + 1] ?? '' }] : []));

  const existing = keys.read(key, 'zset');
  if (existing === undefined && options.has('XX')) return options.has('INCR') ? null : 0;
  const set = existing ?? keys.open(key, 'zset', () => new SortedSet());
  let added = 0;
  let changed = 0;
  let last: number | null = null;
  for (const { score, member } of elements) {
    const before = set.score(member);
    const target = options.has('INCR') ? (before ?? 0) + score : score;
    last = null;
    if (before === undefined ? options.has('XX') : options.has('NX')) continue;
    if (Number.isNaN(target)) throw new ReplyError('ERR resulting score is not a number (NaN)');
    if (before !== undefined && ((options.has('GT') && target <= before) || (options.has('LT') && target >= before))) continue;
    last = target;
    if (before === target) continue;
    if (before === undefined) added += 1;
    else changed += 1;
    set.put(member, target);
  }
  if (options.has('INCR')) return last === null ? null : formatFloat(last);
  return options.has('CH') ? added + changed : added;
}

function refuseContradictions(options: ReadonlySet<string>, pairs: readonly string[]): void {
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw new ReplyError('ERR syntax error');
  if (options.has('NX') && options.has('XX')) throw new ReplyError('ERR XX and NX options at the same time are not compatible');
  if (['NX', 'GT', 'LT'].filter((option) => options.has(option)).length > 1) {
    throw new ReplyError('ERR GT, LT, and/or NX options at the same time are not compatible');
  }
  if (options.has('INCR') && pairs.length > 2) throw new ReplyError('ERR INCR option supports a single increment-element pair');
}
