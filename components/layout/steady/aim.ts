/** How long after it moved a thing must not be pressed, in milliseconds. */
export const SETTLE_MS = 400;
/** A resting hand trembles by so many pixels. */
const TREMBLE_PX = 4;

/** What the pointer rests on, and since when that is so. */
export interface Aim<T> {
  /** The pointer is at a point and over something: a hand that moves chooses what it is over. */
  moveTo(x: number, y: number, over: T | null): void;
  /** The page was drawn again, or is about to be pressed: what lies under the pointer now. */
  look(over: T | null, at: number): void;
  /** Whether what lies under the pointer came there by itself less than SETTLE_MS ago. */
  isFresh(at: number): boolean;
}

/** Follows one pointer. Times are passed in: milliseconds of any one clock. */
export function createAim<T>(): Aim<T> {
  let anchor: { readonly x: number; readonly y: number } | null = null;
  let under: T | null = null;
  let cameAt = -Infinity;
  return {
    moveTo(x, y, over) {
      if (anchor && Math.hypot(x - anchor.x, y - anchor.y) < TREMBLE_PX) return;
      anchor = { x, y };
      under = over;
      cameAt = -Infinity;
    },
    look(over, at) {
      if (anchor === null || over === under) return;
      under = over;
      cameAt = at;
    },
    isFresh: (at) => under !== null && at - cameAt < SETTLE_MS,
  };
}
