/** How often a card that speaks of this moment is computed anew at most, milliseconds. */
export const KEPT_NOW_MS = 10_000;

/** The same for one that speaks of hours or days: a minute changes little of it. */
export const KEPT_SPAN_MS = 60_000;
