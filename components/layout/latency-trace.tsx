const WIDTH = 288;
const HEIGHT = 36;

interface LatencyTraceProps {
  /** Milliseconds, oldest first. */
  readonly latencies: readonly number[];
}

/** The last latencies as a line, with the slowest of them named. */
export function LatencyTrace({ latencies }: LatencyTraceProps) {
  const slowest = Math.round(Math.max(0, ...latencies));
  const last = Math.round(latencies.at(-1) ?? 0);
  const words = latencies.length === 0 ? 'No event timed yet' : `Latency of the last ${latencies.length === 1 ? 'event' : `${latencies.length} events`}`;
  const points = tracePoints(latencies, WIDTH, HEIGHT);
  return (
    <figure className="grid gap-1">
      <figcaption className="flex justify-between text-xs text-text-muted">
        <span>{words}</span>
        {latencies.length > 0 ? <span className="figures">slowest {slowest} ms</span> : null}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="h-9 w-full rounded-sm bg-surface" role="img" aria-label={latencies.length === 0 ? words : `Last ${last} ms, slowest ${slowest} ms`}>
        <polyline points={points} fill="none" className="stroke-accent" strokeWidth={1.5} vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
    </figure>
  );
}

// The newest at the right edge; the scale never finer than 50 ms, or a calm line would look like a storm.
function tracePoints(latencies: readonly number[], width: number, height: number): string {
  const top = Math.max(50, ...latencies);
  const step = (width - 6) / Math.max(1, latencies.length - 1);
  const first = latencies.length === 1 ? width - 3 : 3;
  // A line needs two points to show; one event is a dot.
  const shown = latencies.length === 1 ? [...latencies, ...latencies] : latencies;
  return shown
    .map((ms, index) => `${(first + (latencies.length === 1 ? 0 : index * step)).toFixed(1)},${(height - 4 - (ms / top) * (height - 8)).toFixed(1)}`)
    .join(' ');
}
