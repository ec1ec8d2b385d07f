/** How many cards stand side by side on screens of different widths. */
export const SIDES = [2, 3, 4, 6] as const;
/** Parts that a row has: every number of cards side by side divides it. */
export const PARTS = 12;

/** Where a card stands among the others, and how many of its row's parts it takes. */
export interface Spot {
  readonly place: number;
  readonly span: number;
}

interface Sized {
  readonly index: number;
  /** In the room of one card. */
  readonly size: number;
}

/**
 * Cards in rows of so many, each by its index. A card that does not fit into what is left of a row lets later ones go first;
 * where there is still room in a row its cards take it.
 */
export function packRows(wide: readonly boolean[], side: number): Spot[] {
  const spots = new Array<Spot>(wide.length).fill({ place: 0, span: PARTS });
  let place = 0;
  for (const row of evenEnd(rowsOf(wide, side), side)) {
    for (const [at, span] of spansOf(row, side).entries()) {
      const card = row[at];
      if (card) spots[card.index] = { place, span };
      place += 1;
    }
  }
  return spots;
}

function rowsOf(wide: readonly boolean[], side: number): Sized[][] {
  const left = wide.map((isWide, index) => ({ index, size: isWide ? Math.min(2, side) : 1 }));
  const rows: Sized[][] = [];
  while (left.length > 0) {
    const row: Sized[] = [];
    for (let at = 0; at < left.length && sizeOf(row) < side; ) {
      const card = left[at];
      if (card && sizeOf(row) + card.size <= side) {
        row.push(card);
        left.splice(at, 1);
      } else at += 1;
    }
    rows.push(row);
  }
  return rows;
}

/** Lets the last two rows share, where the last one alone would be drawn out: five of four a row are three and two. */
function evenEnd(rows: readonly Sized[][], side: number): Sized[][] {
  const [before, last] = rows.slice(-2);
  const moved = before?.at(-1);
  if (!before || !last || !moved) return [...rows];
  const [shorter, longer] = [before.slice(0, -1), [moved, ...last]];
  const isBetter = shorter.length > 0 && sizeOf(longer) <= side && Math.min(sizeOf(shorter), sizeOf(longer)) > Math.min(sizeOf(before), sizeOf(last));
  return isBetter ? evenEnd([...rows.slice(0, -2), shorter, longer], side) : [...rows];
}

/** The parts of a row's cards: all twelve, but that no card becomes wider than two (a wide one: three) of the full row's. */
function spansOf(row: readonly Sized[], side: number): number[] {
  const total = sizeOf(row);
  let given = 0;
  let passed = 0;
  return row.map(({ size }) => {
    passed += size;
    const span = Math.round((passed * PARTS) / total) - given;
    given += span;
    return Math.min(span, Math.ceil((PARTS * (size + 1)) / side));
  });
}

function sizeOf(row: readonly Sized[]): number {
  return row.reduce((sum, { size }) => sum + size, 0);
}
