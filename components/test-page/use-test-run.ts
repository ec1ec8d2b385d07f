'use client';

import { useEffect, useState } from 'react';
import { sleep } from '@/lib/core/sleep';
import { RequestError } from '@/lib/queries/http';
import { fireTest, reportTestReceipt } from '@/lib/queries/test-broadcast';
import { useTestBroadcasts } from '@/stores/test-broadcasts';
import { hearTabs } from './channel';
import type { Delivery, Fired } from './results';

const BURST_GAP_MS = 100;

/** A run of the multi-tab test: what was fired here, what came where, and how to fire more. */
export interface TestRun {
  readonly fired: readonly Fired[];
  readonly deliveries: readonly Delivery[];
  readonly firing: boolean;
  /** Why the last broadcast could not be sent, as a sentence. */
  readonly failure: string | null;
  fire(count: number): Promise<void>;
  clear(): void;
}

/** Keeps a run. Broadcasts of other pages are reported back to whoever fired them. */
export function useTestRun(): TestRun {
  const [fired, setFired] = useState<readonly Fired[]>([]);
  const [near, setNear] = useState<readonly Delivery[]>([]);
  const [firing, setFiring] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const far = useTestBroadcasts((state) => state.far);
  const ids = new Set(fired.map(({ id }) => id));

  useEffect(() => hearTabs((report) => setNear((before) => [...before, report])), []);
  useEffect(() => reportToOthers(), []);

  async function fire(count: number): Promise<void> {
    setFiring(true);
    setFailure(null);
    try {
      for (let n = 1; n <= count; n += 1) {
        const label = `test ${n} of ${count}`;
        const { id, sentAt } = await fireTest(label);
        firedHere.add(id);
        setFired((before) => [...before, { id, label, sentAt: Date.parse(sentAt) }]);
        if (n < count) await sleep(BURST_GAP_MS);
      }
    } catch (error) {
      setFailure(error instanceof RequestError ? error.message : 'The broadcast could not be sent.');
    } finally {
      setFiring(false);
    }
  }

  return {
    fired,
    deliveries: [...near, ...far].filter(({ broadcastId }) => ids.has(broadcastId)),
    firing,
    failure,
    fire,
    clear() {
      setFired([]);
      setNear([]);
      useTestBroadcasts.setState({ far: [] });
    },
  };
}

const firedHere = new Set<string>();
// The answer to one's own shot may come after the shot itself; only what is still foreign then is somebody else's.
const OWN_ANSWER_MS = 1_500;

function reportToOthers(): () => void {
  return useTestBroadcasts.subscribe((after, before) => {
    if (after.heard === before.heard) return;
    const latest = after.heard.at(-1);
    if (!latest) return;
    setTimeout(() => {
      if (!firedHere.has(latest.id)) void reportTestReceipt(latest.id, Math.max(0, latest.heardAt - latest.sentAt)).catch(() => undefined);
    }, OWN_ANSWER_MS);
  });
}
