import { messageOf } from '../plain-error';
import type { Part } from './part';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A part that ran this long was healthy, so its next failure is a new one. */
const HEALTHY_MS = 60_000;

/** What keeping needs from outside, so that a test can do without waiting. */
export interface Keeping {
  log: (line: string) => void;
  pause: (ms: number) => Promise<void>;
  now: () => number;
}

/**
 * Starts `part` again whenever it ends by itself, with growing pauses and one line each time.
 * Returns what ends the watch (not the part); call it before stopping the part on purpose. It settles once no
 * start is under way any more, which would otherwise outlive the stop.
 */
export function keepRunning(part: Part, { log, pause, now }: Keeping): () => Promise<void> {
  let watching = true;
  let starting = Promise.resolve();
  let pauseMs = FIRST_PAUSE_MS;

  async function watch(): Promise<void> {
    let since = now();
    for (;;) {
      const how = await part.exited();
      if (!watching) return;
      if (now() - since > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS;
      log(`${capitalised(part.name)} stopped unexpectedly (${how}) and is started again. Its log is ${part.logFile}.`);
      await startAgain();
      since = now();
    }
  }

  async function startAgain(): Promise<void> {
    while (watching) {
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!watching) return;
      try {
        const start = part.start();
        starting = start.catch(() => undefined);
        await start;
        return;
      } catch (error) {
        log(`${capitalised(part.name)} did not start and is tried again: ${messageOf(error)}`);
      }
    }
  }

  void watch();
  return () => {
    watching = false;
    return starting;
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
