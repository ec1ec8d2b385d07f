/** Whether a tab shares the browser's one connection or has its own. */
export const PANE_MODES = ['shared', 'isolated'] as const;
export type PaneMode = (typeof PANE_MODES)[number];

/** How many tabs can be chosen. */
export const PANE_COUNTS = [4, 5, 6] as const;

// A browser allows six HTTP/1.1 connections to one host; the page itself and its requests need two.
const MOST_ISOLATED = 4;

/** Whether so many tabs can have a connection each. */
export function fits(count: number, mode: PaneMode): boolean {
  return mode === 'shared' || count <= MOST_ISOLATED;
}

/** The names of the tabs that are opened when so many are wanted. */
export function paneNames(wanted: number, mode: PaneMode): string[] {
  const length = fits(wanted, mode) ? wanted : MOST_ISOLATED;
  return Array.from({ length }, (_, n) => `tab ${n + 1}`);
}

/** The address of a bare tab. `page`: the test page that holds it; null for a window of its own. */
export function paneAddress(name: string, mode: PaneMode, page: string | null): string {
  const query = new URLSearchParams({ tab: name, ...(page === null ? {} : { page }), ...(mode === 'isolated' ? { isolate: '' } : {}) });
  return `/test-pane?${query}`;
}

/** A name for one more window, which none of these has. */
export function nextWindowName(names: readonly string[]): string {
  const taken = names.map((name) => Number(/^window (\d+)/.exec(name)?.[1] ?? 0));
  return `window ${Math.max(0, ...taken) + 1}`;
}
