import { ReplyError, type RedisReply } from '../reply';
import { wrongArity } from '../served-command';
import type { Context, Handler } from './context';
import { integer, sliceBounds } from './numbers';

/** Commands on lists. */
export const listCommands = {
  lpush: (context, key: string, ...values: string[]) => openList(context, key).unshift(...values.reverse()),
  rpush: (context, key: string, ...values: string[]) => openList(context, key).push(...values),
  lpop: (context, key: string, ...count: string[]) => pop(context, 'lpop', key, count),
  rpop: (context, key: string, ...count: string[]) => pop(context, 'rpop', key, count),
  llen: ({ keys }, key: string) => keys.read(key, 'list')?.length ?? 0,
  lrange: ({ keys }, key: string, start: string, stop: string) => {
    const bounds = [integer(start), integer(stop)] as const;
    const list = keys.read(key, 'list') ?? [];
    return list.slice(...sliceBounds(...bounds, list.length));
  },
  ltrim: ({ keys }, key: string, start: string, stop: string) => {
    const bounds = [integer(start), integer(stop)] as const;
    const list = keys.read(key, 'list');
    if (list === undefined) return 'OK';
    const [from, to] = sliceBounds(...bounds, list.length);
    list.splice(to);
    list.splice(0, from);
    keys.dropIfEmpty(key, list.length);
    return 'OK';
  },
} satisfies Record<string, Handler>;

function openList({ keys }: Context, key: string): string[] {
  return keys.open(key, 'list', () => []);
}

function pop({ keys }: Context, command: 'lpop' | 'rpop', key: string, words: readonly string[]): RedisReply {
  if (words.length > 1) throw wrongArity(command);
  const count = words[0] === undefined ? undefined : positive(words[0]);
  const list = keys.read(key, 'list');
  if (list === undefined) return null;
  const wanted = count ?? 1;
  const taken = command === 'lpop' ? list.splice(0, wanted) : wanted === 0 ? [] : list.splice(-wanted).reverse();
  keys.dropIfEmpty(key, list.length);
  return count === undefined ? (taken[0] ?? null) : taken;
}

function positive(text: string): number {
  const message = 'ERR value is out of range, must be positive';
  const value = integer(text, message);
  if (value < 0) throw new ReplyError(message);
  return value;
}
