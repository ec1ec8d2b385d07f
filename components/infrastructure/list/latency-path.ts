import type { Latency } from '@/stores/latencies';

/** The scale is never finer, or a calm line would look like a storm. */
const LEAST_TOP_MS = 50;
/** After so many intervals without a look the line breaks off: nothing is known of that time. */
const GAP_INTERVALS = 3;
/** But not before this: what the page hears begins a few seconds after what the server remembered for it. */
const LEAST_GAP_MS = 15_000;
const PAD = 1.5;

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Latencies as an SVG path over their time, the newest at the right edge. Broken where no answer came or nobody looked. */
export function latencyPath(latencies: readonly Latency[], intervalMs: number, { width, height }: Box): string {
  const first = latencies[0]?.at ?? 0;
  const span = Math.max(1, (latencies.at(-1)?.at ?? 0) - first);
  const top = Math.max(LEAST_TOP_MS, ...latencies.map(({ ms }) => ms ?? 0));
  let before: Latency | undefined;
  let path = '';
  for (const latency of latencies) {
    if (latency.ms !== null) {
      const joined = before !== undefined && before.ms !== null && latency.at - before.at <= Math.max(LEAST_GAP_MS, GAP_INTERVALS * intervalMs);
      const x = (PAD + ((latency.at - first) / span) * (width - 2 * PAD)).toFixed(1);
      const y = (height - PAD - (latency.ms / top) * (height - 2 * PAD)).toFixed(1);
      // A dot of no length is drawn by its round cap.
      path += joined ? `L${x} ${y}` : `M${x} ${y}h0`;
    }
    before = latency;
  }
  return path;
}
