import type { RedisReply } from '../reply';
import { firstIndex } from './sorted-set';
import { compareStreamIds, formatStreamId, SMALLEST_ID, type StreamId } from './stream-id';

interface StreamEntry {
  readonly id: StreamId;
  /** The entry as XRANGE answers it, made once. */
  readonly reply: RedisReply;
}

/** Which entries a trim may remove. Approximate ones go in blocks, as Redis does, which costs less per entry. */
export type Trim = { readonly approximate: boolean; readonly limit: number } & (
  | { readonly maxLength: number }
  | { readonly minId: StreamId }
);

const BLOCK = 100;

/** An append-only list of entries with growing ids. */
export class Stream {
  #entries: StreamEntry[] = [];
  #lastId = SMALLEST_ID;
  #maxDeletedId = SMALLEST_ID;
  #added = 0;

  get length(): number {
    return this.#entries.length;
  }

  /** The largest id ever given here, also when its entry is gone. */
  get lastId(): StreamId {
    return this.#lastId;
  }

  /** The largest id removed by `delete`. */
  get maxDeletedId(): StreamId {
    return this.#maxDeletedId;
  }

  /** How many entries were ever added. */
  get added(): number {
    return this.#added;
  }

  get firstId(): StreamId {
    return this.#entries[0]?.id ?? SMALLEST_ID;
  }

  get first(): RedisReply {
    return this.#entries[0]?.reply ?? null;
  }

  get last(): RedisReply {
    return this.#entries.at(-1)?.reply ?? null;
  }

  /** Adds an entry and gives its id as text; the id must be larger than `lastId`. */
  append(id: StreamId, fields: readonly string[]): string {
    const text = formatStreamId(id);
    this.#entries.push({ id, reply: [text, fields] });
    this.#lastId = id;
    this.#added += 1;
    return text;
  }

  /** At most `count` entries from `start` to `end`, both included, from the end when `reversed`. */
  range(start: StreamId, end: StreamId, count: number, reversed: boolean): RedisReply[] {
    const from = firstIndex(this.#entries, ({ id }) => compareStreamIds(id, start) >= 0);
    const to = firstIndex(this.#entries, ({ id }) => compareStreamIds(id, end) > 0);
    const found = reversed
      ? this.#entries.slice(Math.max(from, to - count), to).reverse()
      : this.#entries.slice(from, Math.min(to, from + count));
    return found.map(({ reply }) => reply);
  }

  delete(id: StreamId): boolean {
    const at = firstIndex(this.#entries, (entry) => compareStreamIds(entry.id, id) >= 0);
    const entry = this.#entries[at];
    if (entry === undefined || compareStreamIds(entry.id, id) !== 0) return false;
    this.#entries.splice(at, 1);
    if (compareStreamIds(id, this.#maxDeletedId) > 0) this.#maxDeletedId = id;
    return true;
  }

  /** Removes the oldest entries and gives how many. */
  trim(trim: Trim): number {
    let excess =
      'maxLength' in trim
        ? Math.max(this.length - trim.maxLength, 0)
        : firstIndex(this.#entries, ({ id }) => compareStreamIds(id, trim.minId) >= 0);
    if (trim.approximate) excess = Math.floor(Math.min(excess, trim.limit) / BLOCK) * BLOCK;
    this.#entries.splice(0, excess);
    return excess;
  }
}
