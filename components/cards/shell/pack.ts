/** How many cards stand side by side on screens of different widths. */
export const SIDES = [2, 3, 4, 6] as const;

/**
 * The places of cards in rows of so many, each by its index: a card that does not fit into what is left of a row lets
 * later ones go first, so that rows are full where they can be.
 */
export function packRows(wide: readonly boolean[], side: number): number[] {
  const left = wide.map((isWide, index) => ({ index, size: isWide ? Math.min(2, side) : 1 }));
  const order: number[] = [];
  while (left.length > 0) {
    let room = side;
    for (let at = 0; at < left.length && room > 0; ) {
      const card = left[at];
      if (card && card.size <= room) {
        room -= card.size;
        order.push(card.index);
        left.splice(at, 1);
      } else at += 1;
    }
  }
  const places = new Array<number>(wide.length).fill(0);
  order.forEach((index, place) => (places[index] = place));
  return places;
}
