'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import { sleep } from '@/lib/core/sleep';
import { RequestError } from '@/lib/queries/http';
import { fireTest } from '@/lib/queries/test-broadcast';
import { useConnection } from '@/stores/connection';
import { useTestBroadcasts } from '@/stores/test-broadcasts';
import { joinChannel } from './channel';
import { afterEvent, emptyRun, type Run } from './run';
import { noteOwnShot, tellOthers } from './tell-others';

const BURST_GAP_MS = 100;

/** A run of the multi-tab test, and how to go on with it. */
export interface TestRun extends Run {
  readonly firing: boolean;
  /** Why the last broadcast could not be sent, as a sentence. */
  readonly failure: string | null;
  /** Sends so many broadcasts, one after the other. Never rejects. */
  fire(count: number): Promise<void>;
  clear(): void;
}

/** Keeps the run of a test page. Broadcasts of other pages are reported back to whoever fired them. */
export function useTestRun(page: string): TestRun {
  const [run, dispatch] = useReducer(afterEvent, emptyRun);
  const [firing, setFiring] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const shots = useRef(0);

  useEffect(() => {
    const channel = joinChannel((message) =>
      dispatch({ type: 'told', message, page, at: Date.now() + useConnection.getState().clockOffsetMs }),
    );
    channel.say({ type: 'who' });
    return channel.close;
  }, [page]);
  useEffect(
    () =>
      useTestBroadcasts.subscribe((after, before) => {
        if (after.far !== before.far) dispatch({ type: 'told_elsewhere', deliveries: after.far.slice(-1) });
      }),
    [],
  );
  useEffect(tellOthers, []);

  async function fireOne(label: string): Promise<void> {
    const shot = String((shots.current += 1));
    dispatch({ type: 'leaves', shot });
    const { id, sentAt } = await noteOwnShot(fireTest(label));
    dispatch({ type: 'sent', shot, id, label, sentAt: Date.parse(sentAt) });
  }

  async function fire(count: number): Promise<void> {
    setFiring(true);
    setFailure(null);
    let sent = 0;
    try {
      while (sent < count) {
        if (sent > 0) await sleep(BURST_GAP_MS);
        await fireOne(`test ${sent + 1} of ${count}`);
        sent += 1;
      }
    } catch (error) {
      const why = error instanceof RequestError ? error.message : 'The broadcast could not be sent. Try again.';
      setFailure(sent > 0 ? `Only ${sent} of ${count} were sent. ${why}` : why);
    } finally {
      setFiring(false);
    }
  }

  return {
    ...run,
    firing,
    failure,
    fire,
    clear() {
      dispatch({ type: 'cleared' });
      setFailure(null);
    },
  };
}
