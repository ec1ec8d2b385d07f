/** Puts items into the order in which they were shown before; what is new comes last, so that nothing above it moves. */
export function heldOrder<T>(items: readonly T[], before: readonly string[], idOf: (item: T) => string): T[] {
  const place = new Map(before.map((id, index) => [id, index]));
  const placeOf = (item: T) => place.get(idOf(item)) ?? before.length;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
