import { ReplyError } from '../reply';
import type { SortedSet } from './sorted-set';
import type { Stream } from './stream';

/** The kinds of value and how each is held. */
interface ValueTypes {
  string: string;
  hash: Map<string, string>;
  list: string[];
  set: Set<string>;
  zset: SortedSet;
  stream: Stream;
}

/** What TYPE answers for a key that exists. */
export type ValueType = keyof ValueTypes;

type Entry = { [Type in ValueType]: { readonly type: Type; readonly value: ValueTypes[Type] } }[ValueType];

/**
 * All keys, their values and when they expire. A key past its time is gone for every method here, whether or not it
 * was swept yet. Takes the clock, in milliseconds since 1970.
 */
export class Keyspace {
  readonly #entries = new Map<string, Entry>();
  readonly #expiresAt = new Map<string, number>();

  constructor(readonly now: () => number) {}

  /** The value under the key, or undefined. Throws ReplyError WRONGTYPE when it is of another type. */
  read<Type extends ValueType>(key: string, type: Type): ValueTypes[Type] | undefined {
    const entry = this.#live(key);
    if (entry === undefined) return undefined;
    if (entry.type !== type) throw new ReplyError('WRONGTYPE Operation against a key holding the wrong kind of value');
    return entry.value as ValueTypes[Type];
  }

  /** The same, but a missing key is first given the value that `create` makes. */
  open<Type extends ValueType>(key: string, type: Type, create: () => ValueTypes[Type]): ValueTypes[Type] {
    const found = this.read(key, type);
    if (found !== undefined) return found;
    const value = create();
    this.#entries.set(key, { type, value } as Entry);
    return value;
  }

  /** Puts a string under the key whatever was there. Its expiry goes unless `keepExpiry`. */
  writeString(key: string, value: string, keepExpiry = false): void {
    this.#live(key);
    if (!keepExpiry) this.#expiresAt.delete(key);
    this.#entries.set(key, { type: 'string', value });
  }

  delete(key: string): boolean {
    const existed = this.#live(key) !== undefined;
    this.#entries.delete(key);
    this.#expiresAt.delete(key);
    return existed;
  }

  /** Redis has no empty hashes, lists and sets: takes a key whose value lost members and drops it when none is left. */
  dropIfEmpty(key: string, size: number): void {
    if (size === 0) this.delete(key);
  }

  /** Moves a value with its expiry over whatever `to` held; false when there is no `from`. */
  rename(from: string, to: string): boolean {
    const entry = this.#live(from);
    if (entry === undefined) return false;
    const expiresAt = this.#expiresAt.get(from);
    this.delete(from);
    this.delete(to);
    this.#entries.set(to, entry);
    if (expiresAt !== undefined) this.#expiresAt.set(to, expiresAt);
    return true;
  }

  typeOf(key: string): ValueType | undefined {
    return this.#live(key)?.type;
  }

  /** When the key expires, in milliseconds since 1970; undefined when never. */
  expiryOf(key: string): number | undefined {
    return this.#live(key) === undefined ? undefined : this.#expiresAt.get(key);
  }

  /** Sets when an existing key expires, null for never. A time that has passed deletes it. */
  expireAt(key: string, timeMs: number | null): void {
    if (timeMs === null) this.#expiresAt.delete(key);
    else if (timeMs <= this.now()) this.delete(key);
    else this.#expiresAt.set(key, timeMs);
  }

  /** The names of all keys, sweeping expired ones first. */
  names(): string[] {
    this.sweep();
    return [...this.#entries.keys()];
  }

  clear(): void {
    this.#entries.clear();
    this.#expiresAt.clear();
  }

  /** Frees keys that expired and that nobody has asked for since. */
  sweep(): void {
    const now = this.now();
    for (const [key, timeMs] of this.#expiresAt) {
      if (timeMs <= now) this.#remove(key);
    }
  }

  #live(key: string): Entry | undefined {
    const timeMs = this.#expiresAt.get(key);
    if (timeMs !== undefined && timeMs <= this.now()) this.#remove(key);
    return this.#entries.get(key);
  }

  #remove(key: string): void {
    this.#entries.delete(key);
    this.#expiresAt.delete(key);
  }
}
