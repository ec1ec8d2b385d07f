import { sleep } from '@/lib/core/sleep';

/** Runs work on request: at once when idle, never twice at a time, at most once per `gapMs`. */
export interface Pump {
  /** Asks for one run that begins after this call. Many calls while one runs make one more. */
  request(): void;
}

/** `work` must not throw. */
export function createPump(work: () => Promise<void>, gapMs: number): Pump {
  let running = false;
  let again = false;
  let lastStart = -Infinity;

  async function run(): Promise<void> {
    running = true;
    do {
      const wait = lastStart + gapMs - performance.now();
      if (wait > 0) await sleep(wait);
      again = false;
      lastStart = performance.now();
      await work();
    } while (again);
    running = false;
  }

  return {
    request() {
      again = true;
      if (!running) void run();
    },
  };
}
