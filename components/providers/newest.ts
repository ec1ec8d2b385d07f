/** Anything that grows a version with each change. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The newer of two states of one thing: events may come late or twice, and must then change nothing. */
export function newer<T extends Versioned>(known: T, arrived: T): T {
  return arrived.version >= known.version ? arrived : known;
}

/** The list with this item in its newer state; added at the end where it was missing. */
export function upsert<T extends Versioned>(items: readonly T[], arrived: T): T[] {
  const known = items.some((item) => item.id === arrived.id);
  return known ? items.map((item) => (item.id === arrived.id ? newer(item, arrived) : item)) : [...items, arrived];
}
