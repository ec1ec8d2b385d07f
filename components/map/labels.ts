import type { Point } from './projection';

/** A mark that wants its name beside it. Earlier ones go first when there is no room for all. */
export interface Named {
  readonly id: string;
  readonly at: Point;
  /** Width of the name in pixels. */
  readonly width: number;
}

/** Where a name stands; the left end of its base line's box. Marks without a place for their name are missing. */
export type LabelPlaces = ReadonlyMap<string, Point>;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 14;
const GAP = 8;
const MARK = 7;

/** Finds a place for each name, right, left, above or below its mark, so that none covers another name or mark. */
export function placeLabels(marks: readonly Named[]): LabelPlaces {
  const taken: Box[] = marks.map(({ at }) => ({ left: at.x - MARK, right: at.x + MARK, top: at.y - MARK, bottom: at.y + MARK }));
  const places = new Map<string, Point>();
  marks.forEach(({ id, at, width }, own) => {
    const corners: readonly Point[] = [
      { x: at.x + GAP, y: at.y - HEIGHT / 2 },
      { x: at.x - GAP - width, y: at.y - HEIGHT / 2 },
      { x: at.x - width / 2, y: at.y - GAP - HEIGHT },
      { x: at.x - width / 2, y: at.y + GAP },
    ];
    const free = corners.find((corner) => {
      const box = { left: corner.x, right: corner.x + width, top: corner.y, bottom: corner.y + HEIGHT };
      return !taken.some((other, index) => index !== own && overlap(box, other));
    });
    if (!free) return;
    taken.push({ left: free.x, right: free.x + width, top: free.y, bottom: free.y + HEIGHT });
    places.set(id, free);
  });
  return places;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
