import { ReplyError } from '../reply';
import type { Context, Handler } from './context';
import { addInt64, int64Of } from './numbers';

const NOT_INTEGER = 'ERR value is not an integer or out of range';

/** Commands that count in a plain value. The value keeps its expiry, which is what rate limits rest on. */
export const counterCommands = {
  incr: (context, key: string) => increment(context, key, 1n),
  decr: (context, key: string) => increment(context, key, -1n),
  incrby: (context, key: string, by: string) => increment(context, key, parse(by)),
  decrby: (context, key: string, by: string) => {
    const decrement = parse(by);
    if (int64Of(String(-decrement)) === undefined) throw new ReplyError('ERR decrement would overflow');
    return increment(context, key, -decrement);
  },
} satisfies Record<string, Handler>;

function increment({ keys }: Context, key: string, by: bigint): number {
  const sum = addInt64(parse(keys.read(key, 'string') ?? '0'), by);
  keys.writeString(key, String(sum), true);
  return Number(sum);
}

function parse(text: string): bigint {
  const value = int64Of(text);
  if (value === undefined) throw new ReplyError(NOT_INTEGER);
  return value;
}
