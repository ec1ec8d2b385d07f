/**
 * What a record holds under a key that somebody else chose; undefined where it holds nothing. Plain objects also answer to
 * names such as "constructor", which nobody put there.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
