/** Dice that fall the same way for the same seed. */
export interface Dice {
  /** From [0, 1). */
  next(): number;
  /** From [min, max). */
  between(min: number, max: number): number;
  /** One of them. Throws when there is none. */
  pick<T>(from: readonly T[]): T;
  /** All of them in some order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32: good enough to choose faults, and short. `seed`: a whole number. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (min, max) => min + next() * (max - min),
    pick(from) {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
    shuffle(items) {
      const rest = [...items];
      return items.flatMap(() => rest.splice(Math.floor(next() * rest.length), 1));
    },
  };
}
