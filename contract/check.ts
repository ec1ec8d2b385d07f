import type { Reading } from './reading';

/** One thing that must hold. `name` is a sentence that says it. */
export interface Check {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  /** Gives what was seen, in words. Throws Problem when it does not hold. */
  run(reading: Reading): string;
}
