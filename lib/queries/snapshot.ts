import type { Snapshot } from '@/lib/protocol/answers';
import { snapshotSchema } from '@/lib/protocol/answers';
import { request } from './http';

/** Everything the board needs in one answer, with the cursor to listen from. Throws RequestError. */
export function fetchSnapshot(signal: AbortSignal): Promise<Snapshot> {
  return request('/api/snapshot', snapshotSchema, { signal });
}
