import { backoffMs } from '@/lib/core/backoff';
import { sleep } from '@/lib/core/sleep';
import type { Snapshot } from '@/lib/protocol/answers';
import { fetchSnapshot } from '@/lib/queries/snapshot';

const BACKOFF = { baseMs: 500, capMs: 10_000 };

/** Loads the snapshot, trying until it is there. Null when given up by `signal`. */
export async function loadSnapshot(signal: AbortSignal): Promise<Snapshot | null> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await fetchSnapshot(signal);
    } catch {
      await sleep(backoffMs(attempt, Math.random(), BACKOFF), signal);
    }
  }
  return null;
}
