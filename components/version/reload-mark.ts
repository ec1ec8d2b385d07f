const KEY = 'watchroom.reloaded-at';

/** What is used of `sessionStorage`. */
export type MarkStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** When this tab was last loaded anew for a newer version; null for never, undefined where that cannot be kept. */
export function reloadedAt(storage: () => MarkStorage): number | null | undefined {
  try {
    const kept = storage().getItem(KEY);
    if (kept !== null) return Number(kept) || 0;
    // An empty storage may be one that takes nothing.
    storage().setItem(KEY, '0');
    return storage().getItem(KEY) === '0' ? null : undefined;
  } catch {
    return undefined;
  }
}

/** Loads this page anew, and remembers when. */
export function reloadPage(): void {
  try {
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // A browser that keeps nothing: the page then never loads itself, so that it needs no mark.
  }
  window.location.reload();
}
