import type { Context, Handler } from './context';

/** Commands on sets. */
export const setCommands = {
  sadd: ({ keys }, key: string, ...members: string[]) => {
    const set = keys.open(key, 'set', () => new Set());
    const before = set.size;
    for (const member of members) set.add(member);
    return set.size - before;
  },
  srem: ({ keys }, key: string, ...members: string[]) => {
    const set = keys.read(key, 'set');
    if (set === undefined) return 0;
    const removed = members.filter((member) => set.delete(member)).length;
    keys.dropIfEmpty(key, set.size);
    return removed;
  },
  smembers: (context, key: string) => [...readSet(context, key)],
  sismember: (context, key: string, member: string) => (readSet(context, key).has(member) ? 1 : 0),
  scard: (context, key: string) => readSet(context, key).size,
} satisfies Record<string, Handler>;

const EMPTY: ReadonlySet<string> = new Set();

function readSet({ keys }: Context, key: string): ReadonlySet<string> {
  return keys.read(key, 'set') ?? EMPTY;
}
