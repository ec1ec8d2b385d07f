import 'server-only';

/** Looks begin with the interval; what they found is there a moment later. */
const AFTER_LOOKS_MS = 300;

/** All who listen to one thing that is made again and again, and made only while somebody listens. */
export interface Listeners {
  /** Gives what removes the listener. */
  add(listener: (bytes: Uint8Array) => void): () => void;
}

/** How long until listeners are given the next, milliseconds. */
export function untilNext(intervalMs: number): number {
  return intervalMs - ((Date.now() - AFTER_LOOKS_MS) % intervalMs);
}

/**
 * Makes `make` once for every `intervalMs` of the clock, a moment after its beginning, and gives it to all. A making that is not ready when the next
 * is due is waited for, not doubled; one that fails is left out.
 */
export function createListeners(intervalMs: number, make: () => Promise<Uint8Array>): Listeners {
  const all = new Set<(bytes: Uint8Array) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    timer = setTimeout(() => void give(), untilNext(intervalMs));
  }

  async function give(): Promise<void> {
    try {
      const bytes = await make();
      for (const listener of all) listener(bytes);
    } catch {
      // Neither Redis nor the database answers: silence is the truth, and ages on the screens.
    }
    timer = undefined;
    if (all.size > 0) schedule();
  }

  return {
    add(listener) {
      all.add(listener);
      if (all.size === 1 && timer === undefined) schedule();
      return () => {
        all.delete(listener);
        if (all.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
