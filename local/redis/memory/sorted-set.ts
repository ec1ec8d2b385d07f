import { compareBytes } from './byte-order';

export interface ScoredMember {
  readonly member: string;
  readonly score: number;
}

/** Members with scores, ordered by score and, where equal, by the bytes of the member. */
export class SortedSet {
  readonly #scores = new Map<string, number>();
  readonly #ordered: ScoredMember[] = [];

  get size(): number {
    return this.#ordered.length;
  }

  /** All members in order. */
  get members(): readonly ScoredMember[] {
    return this.#ordered;
  }

  score(member: string): number | undefined {
    return this.#scores.get(member);
  }

  /** Adds the member or moves it to its new score. */
  put(member: string, score: number): void {
    this.delete(member);
    this.#scores.set(member, score);
    this.#ordered.splice(this.#placeOf(member, score), 0, { member, score });
  }

  delete(member: string): boolean {
    const score = this.#scores.get(member);
    if (score === undefined) return false;
    this.#scores.delete(member);
    this.#ordered.splice(this.#placeOf(member, score), 1);
    return true;
  }

  #placeOf(member: string, score: number): number {
    return firstIndex(this.#ordered, (at) => at.score > score || (at.score === score && compareBytes(at.member, member) >= 0));
  }
}

/** The index of the first item the test holds for, or the length; the test must hold for every item after that one. */
export function firstIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
