/**
 * A size of a load test: `full` where it has the machine to itself (`npm test -- load`), `small` among the other system tests, so that every
 * run shows what the large one measures.
 */
export function sized(full: number, small: number): number {
  return process.env.WATCHROOM_LOAD === 'full' ? full : small;
}
