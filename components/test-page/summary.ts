import type { Row, Verdict } from './results';

/** A run at a glance. Times are whole milliseconds, null while nothing was delivered. */
export interface Summary {
  readonly broadcasts: number;
  readonly deliveries: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
  /** How many times a tab missed a broadcast. */
  readonly missed: number;
  /** How many times a tab got a broadcast more than once. */
  readonly doubled: number;
  readonly verdict: Verdict;
}

/**
 * The rows in one line. The percentiles are nearest-rank: each is a delivery that happened. A tab that heard a
 * broadcast twice counts with the first.
 * @param firing whether more broadcasts of the burst are to come: nothing has passed before all are out
 */
export function summarise(rows: readonly Row[], firing: boolean): Summary {
  const sorted = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.state === 'heard' ? [cell.latencyMs] : []))).sort((a, b) => a - b);
  return {
    broadcasts: rows.length,
    deliveries: sorted.length,
    p50: nearestRank(sorted, 50),
    p95: nearestRank(sorted, 95),
    max: sorted.at(-1) ?? null,
    missed: rows.reduce((sum, { missed }) => sum + missed.length, 0),
    doubled: rows.reduce((sum, { doubled }) => sum + doubled.length, 0),
    verdict: overall(rows.map(({ verdict }) => verdict), firing),
  };
}

function overall(verdicts: readonly Verdict[], firing: boolean): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  if (firing || verdicts.length === 0 || verdicts.includes('waiting')) return 'waiting';
  return verdicts.includes('pass') ? 'pass' : 'void';
}

function nearestRank(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}
