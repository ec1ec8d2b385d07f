import pLimit from 'p-limit';

/** How many requests about cards a page has under way at most. */
export const AT_ONCE = 3;

/** The one gate that every request of the page about cards goes through. */
export const throughGate = pLimit(AT_ONCE);
