import { sleep } from '@/lib/core/sleep';
import type { Doorbell, DoorbellEvents } from './doorbell';
import type { LogWindow } from './log-window';
import { createPump } from './pump';

const READ_GAP_MS = 25;
const SAFETY_READ_MS = 5_000;
const RETRY_READ_MS = 1_000;
const RING_LATE_MS = 1_000;

/** Whether the log can be read. */
export type Upstream = 'ok' | 'lost';

/** What watching the log tells. */
export interface LogWatchEvents {
  /** The window was read; there may be something new in it. */
  onRead(): void;
  onUpstream(state: Upstream): void;
  /** A ring that bore a word of its own. */
  onWord(word: string): void;
  onDeaf(): void;
}

/** How often what happened. `deafDoorbells`: events were found although the bell was thought to work. */
export interface LogWatchCounts {
  readonly logReads: number;
  readonly doorbellLosses: number;
  readonly deafDoorbells: number;
}

/** Keeps a window current: on every ring, and by itself when the bell is silent. */
export interface LogWatch {
  readonly upstream: Upstream;
  readonly doorbellUp: boolean;
  readonly counts: LogWatchCounts;
  start(): void;
  stop(): void;
  /** To be called about once a second, with the time in milliseconds since the epoch. */
  tick(now: number): void;
  /** Reads now if the log was lost: that may be over. Throws when it is not. */
  retry(): Promise<void>;
}

/** A watch over an open window; a plain ring is the word `1`. */
export function createLogWatch(window: LogWindow, openDoorbell: (events: DoorbellEvents) => Doorbell, events: LogWatchEvents): LogWatch {
  const counts = { logReads: 0, doorbellLosses: 0, deafDoorbells: 0 };
  let upstream: Upstream = 'ok';
  let doorbell: Doorbell | undefined;
  let lastReadAt = 0;
  let lastRingAt = 0;

  const pump = createPump(async () => {
    counts.logReads += 1;
    lastReadAt = Date.now();
    try {
      await window.refresh();
      turn('ok');
    } catch {
      turn('lost');
    }
    events.onRead();
  }, READ_GAP_MS);

  function turn(state: Upstream): void {
    if (upstream === state) return;
    upstream = state;
    events.onUpstream(state);
  }

  function onRing(word: string): void {
    lastRingAt = Date.now();
    if (word === '1') pump.request();
    else events.onWord(word);
  }

  function onDown(): void {
    counts.doorbellLosses += 1;
    pump.request();
  }

  /** Reads although nothing rang. What that finds after a silent moment proves the bell deaf, though it stays open. */
  async function safetyRead(checked: Doorbell): Promise<void> {
    const before = window.position;
    const startedAt = Date.now();
    pump.request();
    await window.refresh().catch(() => undefined);
    if (window.position === before) return;
    await sleep(RING_LATE_MS);
    if (lastRingAt >= startedAt) return;
    counts.deafDoorbells += 1;
    events.onDeaf();
    checked.restart();
  }

  return {
    get upstream() {
      return upstream;
    },
    get doorbellUp() {
      return doorbell?.up ?? false;
    },
    counts,
    start() {
      lastReadAt = Date.now();
      doorbell = openDoorbell({ onRing, onUp: pump.request, onDown });
    },
    stop() {
      doorbell?.stop();
      doorbell = undefined;
    },
    tick(now) {
      const bellWorks = doorbell?.up && upstream === 'ok';
      if (now - lastReadAt < (bellWorks ? SAFETY_READ_MS : RETRY_READ_MS)) return;
      if (doorbell && bellWorks) void safetyRead(doorbell);
      else pump.request();
    },
    async retry() {
      if (upstream === 'ok') return;
      await window.refresh();
      turn('ok');
    },
  };
}
