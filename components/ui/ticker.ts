import { useConnection } from '@/stores/connection';

/**
 * The one clock of the page: ticks on the server's full second, only while somebody listens.
 * All ages and clocks share it, so that they change together and a thousand of them cost one timer.
 */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let now = 0;

/** Calls back on every tick. Gives back its own undo. */
export function subscribeToTicks(listener: () => void): () => void {
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** The browser's time of the last tick, in milliseconds. Stays the same between ticks. */
export function lastTick(): number {
  if (now === 0) now = Date.now();
  return now;
}

function start(): void {
  now = Date.now();
  document.addEventListener('visibilitychange', onVisible);
  schedule();
}

function stop(): void {
  clearTimeout(timer);
  document.removeEventListener('visibilitychange', onVisible);
  now = 0;
}

function schedule(): void {
  const server = Date.now() + useConnection.getState().clockOffsetMs;
  // A little past the full second: a timer that fires early would show the old one for a whole second more.
  timer = setTimeout(tick, 1_000 - (((server % 1_000) + 1_000) % 1_000) + 5);
}

function tick(): void {
  now = Date.now();
  for (const listener of [...listeners]) listener();
  schedule();
}

// Hidden tabs tick once a minute; what comes back into sight must be right at once.
function onVisible(): void {
  if (document.visibilityState !== 'visible') return;
  clearTimeout(timer);
  tick();
}
