import type { Outcome } from '@/lib/protocol/infrastructure';

/**
 * What one look at a service found. Every probe ends soon after its signal aborts, whatever the other side does, and leaves
 * nothing open; what the other side does wrong is a `fail` in words.
 * `latencyMs`: how long the answer took; `message`: a sentence for everybody, null when all is well; `reading`: what the probe read where that is
 * the trouble, only for those who manage monitors.
 */
export interface Look {
  readonly outcome: Outcome;
  readonly latencyMs: number | null;
  readonly message: string | null;
  /** Believed at once: no further looks are waited for. */
  readonly isFinal?: boolean;
  readonly reading?: string;
}

/** A look that went well. `latencyMs` is rounded to a tenth. */
export function well(latencyMs: number | null): Look {
  return { outcome: 'ok', latencyMs: tenth(latencyMs), message: null };
}

export function warning(message: string, latencyMs: number | null): Look {
  return { outcome: 'warn', latencyMs: tenth(latencyMs), message };
}

export function failure(message: string, latencyMs: number | null = null, reading: string | null = null): Look {
  return { outcome: 'fail', latencyMs: tenth(latencyMs), message, ...(reading !== null && { reading }) };
}

function tenth(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 10) / 10;
}
