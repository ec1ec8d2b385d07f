import { messageOf } from '../plain-error';

/** What has to be undone, last begun first. */
export interface Shutdown {
  /** Remembers how to end something that was just begun. */
  add(end: () => Promise<void> | void): void;
  /** Ends everything once; further calls wait for the same end. A failure is logged and the rest goes on. */
  run(): Promise<void>;
  readonly begun: boolean;
}

export function createShutdown(log: (line: string) => void): Shutdown {
  const ends: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;

  async function endAll(): Promise<void> {
    for (let end = ends.pop(); end; end = ends.pop()) {
      try {
        await end();
      } catch (error) {
        log(messageOf(error));
      }
    }
  }

  return {
    add(end) {
      ends.push(end);
      // Begun while everything else is being ended: it would be forgotten.
      if (running) running = running.then(endAll);
    },
    run: () => (running ??= endAll()),
    get begun() {
      return running !== undefined;
    },
  };
}
