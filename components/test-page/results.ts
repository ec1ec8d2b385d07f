/** A delivery later than this fails the test. */
export const LIMIT_MS = 1_000;
/** What has not come after this long is missed. */
export const MISSED_AFTER_MS = 3_000;

/** A broadcast that this page fired. Times in milliseconds since the epoch, by the server's clock. */
export interface Fired {
  readonly id: string;
  readonly label: string;
  readonly sentAt: number;
}

/** One delivery to one tab. */
export interface Delivery {
  readonly broadcastId: string;
  readonly tab: string;
  readonly latencyMs: number;
}

/** One broadcast over all tabs. A tab without a time has not heard it (yet). */
export interface Row {
  readonly fired: Fired;
  readonly latencies: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  readonly doubled: number;
  readonly verdict: 'pass' | 'fail' | 'waiting';
}

/** Everything at a glance. Times are null while nothing was delivered. */
export interface Summary {
  readonly deliveries: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
  readonly missed: number;
  readonly doubled: number;
  readonly verdict: 'pass' | 'fail' | 'waiting';
}

/**
 * Judges each broadcast: it passes when every expected tab heard it once within a second.
 * @param expected tabs that must hear it; others may appear as well
 * @param now milliseconds since the epoch, by the server's clock
 */
export function judge(fired: readonly Fired[], deliveries: readonly Delivery[], expected: readonly string[], now: number): Row[] {
  return fired.map((broadcast) => {
    const own = deliveries.filter(({ broadcastId }) => broadcastId === broadcast.id);
    const latencies: Record<string, number> = {};
    for (const { tab, latencyMs } of own) latencies[tab] ??= latencyMs;
    const silent = expected.filter((tab) => latencies[tab] === undefined);
    const overdue = now - broadcast.sentAt > MISSED_AFTER_MS;
    const doubled = own.length - Object.keys(latencies).length;
    const late = Object.values(latencies).some((ms) => ms >= LIMIT_MS);
    const failed = doubled > 0 || late || (overdue && silent.length > 0);
    return {
      fired: broadcast,
      latencies,
      missed: overdue ? silent : [],
      doubled,
      verdict: failed ? 'fail' : silent.length > 0 ? 'waiting' : 'pass',
    };
  });
}

/** The rows in one line. */
export function summarise(rows: readonly Row[]): Summary {
  const sorted = rows.flatMap((row) => Object.values(row.latencies)).sort((a, b) => a - b);
  const verdicts = rows.map((row) => row.verdict);
  return {
    deliveries: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    max: sorted.at(-1) ?? null,
    missed: rows.reduce((sum, row) => sum + row.missed.length, 0),
    doubled: rows.reduce((sum, row) => sum + row.doubled, 0),
    verdict: verdicts.includes('fail') ? 'fail' : rows.length === 0 || verdicts.includes('waiting') ? 'waiting' : 'pass',
  };
}

function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
