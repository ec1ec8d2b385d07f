const LABEL = /"label":"bench-(\d+)","sentAt":"([^"]+)"/g;

/** What one client has got. */
export interface Tally {
  /** Takes a piece of the stream, received at `now` (milliseconds since the epoch). */
  take(text: string, now: number): void;
  /** How many of the events came, in order. */
  readonly got: number;
  readonly doubled: number;
  readonly missing: number;
}

/** Counts events by their running numbers; anything but the next number is a fault. `onLatency` gets milliseconds. */
export function createTally(onLatency: (ms: number) => void): Tally {
  let rest = '';
  let next = 0;
  let doubled = 0;
  let missing = 0;
  return {
    take(text, now) {
      const all = rest + text;
      const complete = all.lastIndexOf('\n\n') + 1;
      for (const [, number, sentAt] of all.slice(0, complete).matchAll(LABEL)) {
        const index = Number(number);
        if (index < next) {
          doubled += 1;
          continue;
        }
        missing += index - next;
        next = index + 1;
        onLatency(now - Date.parse(sentAt ?? ''));
      }
      rest = all.slice(complete);
    },
    get got() {
      return next;
    },
    get doubled() {
      return doubled;
    },
    get missing() {
      return missing;
    },
  };
}
