import { create } from 'zustand';

const KEEP = 500;

/** A test broadcast that this page heard. Times in milliseconds since the epoch, by the server's clock. */
export interface HeardBroadcast {
  readonly id: string;
  readonly label: string;
  readonly sentAt: number;
  readonly heardAt: number;
}

/** What somebody's test page on another machine reports of a broadcast. */
export interface FarReceipt {
  readonly broadcastId: string;
  readonly tab: string;
  readonly latencyMs: number;
}

interface TestBroadcasts {
  readonly heard: readonly HeardBroadcast[];
  readonly far: readonly FarReceipt[];
}

/** Test broadcasts as they arrive, oldest first, the last 500. Filled by the stream. */
export const useTestBroadcasts = create<TestBroadcasts>(() => ({ heard: [], far: [] }));

/** Notes a broadcast, also one that was heard before: a doubled delivery is a finding. */
export function noteBroadcast(broadcast: HeardBroadcast): void {
  useTestBroadcasts.setState(({ heard }) => ({ heard: [...heard, broadcast].slice(-KEEP) }));
}

/** Notes what another machine reports. */
export function noteReceipt(receipt: FarReceipt): void {
  useTestBroadcasts.setState(({ far }) => ({ far: [...far, receipt].slice(-KEEP) }));
}
