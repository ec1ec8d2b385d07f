import { norwayDayBounds } from '@/lib/core/norway-time';

/** What the page shows: a list, or one day. */
export const VIEWS = ['open', 'all', 'day'] as const;
/** `held`: what waits for a look. It has a link of its own while something does. */
export type View = (typeof VIEWS)[number] | 'held';

/** Reads the view from the address; anything else is what is open. */
export function parseView(text: string | null | undefined): View {
  return text === 'held' ? 'held' : (VIEWS.find((view) => view === text) ?? 'open');
}

/** Reads a day from the address; anything that is no date gives the other day. */
export function parseDay(text: string | null | undefined, otherwise: string): string {
  return text && norwayDayBounds(text) ? text : otherwise;
}
