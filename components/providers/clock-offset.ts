const KEEP = 12;

/**
 * Estimates how far the server's clock is ahead. Each sample is late by its own travel time, never early, so
 * the largest of the last dozen is the nearest to the truth.
 */
export function createClockOffset(): (serverMs: number, nowMs: number) => number {
  let samples: number[] = [];
  return (serverMs, nowMs) => {
    samples = [...samples, serverMs - nowMs].slice(-KEEP);
    return Math.max(...samples);
  };
}
