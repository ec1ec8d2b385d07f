import type { RedisReply } from '../reply';
import { wrongArity } from '../served-command';
import { expiryTime, type ExpiryForm } from './expiry';
import type { Context, Handler } from './context';
import { parseSetOptions } from './set-options';

const SECONDS: ExpiryForm = { unitMs: 1000, absolute: false };
const MILLISECONDS: ExpiryForm = { unitMs: 1, absolute: false };

/** Commands on plain values; the counting ones are in `counters.ts`. */
export const stringCommands = {
  get: ({ keys }, key: string) => keys.read(key, 'string') ?? null,
  set: (context, key: string, value: string, ...options: string[]) => set(context, key, value, options),
  setnx: ({ keys }, key: string, value: string) => {
    if (keys.typeOf(key) !== undefined) return 0;
    keys.writeString(key, value);
    return 1;
  },
  setex: (context, key: string, time: string, value: string) => setFor(context, 'setex', SECONDS, key, time, value),
  psetex: (context, key: string, time: string, value: string) => setFor(context, 'psetex', MILLISECONDS, key, time, value),
  getset: ({ keys }, key: string, value: string) => {
    const before = keys.read(key, 'string') ?? null;
    keys.writeString(key, value);
    return before;
  },
  getdel: ({ keys }, key: string) => {
    const value = keys.read(key, 'string') ?? null;
    keys.delete(key);
    return value;
  },
  mget: ({ keys }, ...names: string[]) => names.map((key) => (keys.typeOf(key) === 'string' ? (keys.read(key, 'string') ?? null) : null)),
  mset: ({ keys }, ...pairs: string[]) => {
    if (pairs.length % 2 !== 0) throw wrongArity('mset');
    for (let at = 0; at < pairs.length; at += 2) keys.writeString(pairs[at] ?? '', pairs[at + 1] ?? '');
    return 'OK';
  },
  append: ({ keys }, key: string, suffix: string) => {
    const value = (keys.read(key, 'string') ?? '') + suffix;
    keys.writeString(key, value, true);
    return Buffer.byteLength(value);
  },
  strlen: ({ keys }, key: string) => Buffer.byteLength(keys.read(key, 'string') ?? ''),
} satisfies Record<string, Handler>;

function set({ keys }: Context, key: string, value: string, words: readonly string[]): RedisReply {
  const { condition, get, keepExpiry, expiry } = parseSetOptions(words);
  const timeMs = expiry && expiryTime(expiry.text, expiry.form, 'set', keys.now(), true);
  const before = get ? (keys.read(key, 'string') ?? null) : null;
  const exists = keys.typeOf(key) !== undefined;
  if ((condition === 'NX' && exists) || (condition === 'XX' && !exists)) return before;
  keys.writeString(key, value, keepExpiry);
  if (timeMs !== undefined) keys.expireAt(key, timeMs);
  return get ? before : 'OK';
}

function setFor({ keys }: Context, command: string, form: ExpiryForm, key: string, time: string, value: string): RedisReply {
  const timeMs = expiryTime(time, form, command, keys.now(), true);
  keys.writeString(key, value);
  keys.expireAt(key, timeMs);
  return 'OK';
}
