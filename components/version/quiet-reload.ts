/** So long nobody may have touched the page. */
const REST_MS = 30_000;
/** Pages that learn of a newer version at the same moment load it spread over so long. */
const SPREAD_MS = 30_000;
/** A page that is still of another version after loading must not load again and again. */
const APART_MS = 300_000;
const LOOK_EVERY_MS = 1_000;

/** What a page that may load itself anew stands on. Times are the browser's clock in milliseconds. */
export interface QuietReloadParts {
  /** Whether a newer version is there. */
  isThere(): boolean;
  isConnected(): boolean;
  /** Whether somebody has begun something here that is not sent or saved. */
  isUnfinished(): boolean;
  /** When somebody last pressed a key or moved the pointer here. */
  touchedAt(): number;
  /** When this tab was last loaded anew for a newer version; null for never, undefined where that cannot be kept. */
  reloadedAt(): number | null | undefined;
  reload(): void;
}

/** Loads the page anew when a newer version is there and nobody would notice, until the returned function is called. */
export function watchForQuiet(parts: QuietReloadParts): () => void {
  let dueAt: number | null = null;
  const timer = setInterval(() => {
    const now = Date.now();
    if (!parts.isThere()) {
      dueAt = null;
      return;
    }
    dueAt ??= now + Math.random() * SPREAD_MS;
    const lastAt = parts.reloadedAt();
    // Where nothing is remembered, a loop could not be told: only a person loads the page there.
    if (lastAt === undefined || (lastAt !== null && now - lastAt < APART_MS)) return;
    if (now < dueAt || now - parts.touchedAt() < REST_MS || !parts.isConnected() || parts.isUnfinished()) return;
    clearInterval(timer);
    parts.reload();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
