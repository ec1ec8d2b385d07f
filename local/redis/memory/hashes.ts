import { ReplyError } from '../reply';
import { wrongArity } from '../served-command';
import type { Context, Handler } from './context';
import { addInt64, int64Of } from './numbers';
import { parseScan } from './scan-options';

/** Commands on hashes. */
export const hashCommands = {
  hset: (context, key: string, ...pairs: string[]) => {
    if (pairs.length % 2 !== 0) throw wrongArity('hset');
    const hash = openHash(context, key);
    const before = hash.size;
    for (let at = 0; at < pairs.length; at += 2) hash.set(pairs[at] ?? '', pairs[at + 1] ?? '');
    return hash.size - before;
  },
  hsetnx: (context, key: string, field: string, value: string) => {
    const hash = openHash(context, key);
    if (hash.has(field)) return 0;
    hash.set(field, value);
    return 1;
  },
  hincrby: (context, key: string, field: string, by: string) => {
    const increment = int64Of(by);
    if (increment === undefined) throw new ReplyError('ERR value is not an integer or out of range');
    const value = int64Of(readHash(context, key).get(field) ?? '0');
    if (value === undefined) throw new ReplyError('ERR hash value is not an integer');
    const sum = addInt64(value, increment);
    openHash(context, key).set(field, String(sum));
    return Number(sum);
  },
  hdel: (context, key: string, ...fields: string[]) => {
    const hash = context.keys.read(key, 'hash');
    if (hash === undefined) return 0;
    const removed = fields.filter((field) => hash.delete(field)).length;
    context.keys.dropIfEmpty(key, hash.size);
    return removed;
  },
  hget: (context, key: string, field: string) => readHash(context, key).get(field) ?? null,
  hmget: (context, key: string, ...fields: string[]) => {
    const hash = readHash(context, key);
    return fields.map((field) => hash.get(field) ?? null);
  },
  hgetall: (context, key: string) => [...readHash(context, key)].flat(),
  hexists: (context, key: string, field: string) => (readHash(context, key).has(field) ? 1 : 0),
  hkeys: (context, key: string) => [...readHash(context, key).keys()],
  hvals: (context, key: string) => [...readHash(context, key).values()],
  hlen: (context, key: string) => readHash(context, key).size,
  hscan: (context, key: string, cursor: string, ...options: string[]) => {
    const { more, matches } = parseScan(cursor, options, ['MATCH', 'COUNT']);
    return ['0', more ? [] : [...readHash(context, key)].filter(([field]) => matches(field)).flat()];
  },
} satisfies Record<string, Handler>;

const EMPTY: ReadonlyMap<string, string> = new Map();

function readHash({ keys }: Context, key: string): ReadonlyMap<string, string> {
  return keys.read(key, 'hash') ?? EMPTY;
}

function openHash({ keys }: Context, key: string): Map<string, string> {
  return keys.open(key, 'hash', () => new Map());
}
