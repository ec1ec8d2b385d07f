/** Slices of time, `slots` of them from `from` on; instants in milliseconds since the epoch. */
export interface Slots {
  readonly from: number;
  readonly slotMs: number;
  readonly slots: number;
}

interface Point {
  at: string;
  values: (number | null)[];
}

/** A point for every slice, with nulls where there is nothing to show: a gap must not look like a line. Empty when no slice has anything. */
export function slotPoints<T extends { readonly at: number }>({ from, slotMs, slots }: Slots, rows: readonly T[], valuesOf: (row: T) => number[], width: number): Point[] {
  const byStart = new Map(rows.map((row) => [row.at, valuesOf(row).map((value) => Math.round(value * 10) / 10)]));
  if (byStart.size === 0) return [];
  return Array.from({ length: slots }, (_, index) => {
    const at = from + index * slotMs;
    return { at: new Date(at).toISOString(), values: byStart.get(at) ?? Array<number | null>(width).fill(null) };
  });
}
