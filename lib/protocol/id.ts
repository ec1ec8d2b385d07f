/** What every id of ours looks like: UUIDs and short words. Anything else cannot exist. */
export const ID = /^[0-9A-Za-z-]{1,64}$/;

/** The id in a word of an address; null where it cannot be one. */
export function readId(word: unknown): string | null {
  return typeof word === 'string' && ID.test(word) ? word : null;
}
