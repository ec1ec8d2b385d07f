import 'server-only';
import { createLogWindow, type LogWindow } from '@/lib/realtime/log-window';
import { eventLog } from '@/lib/server/relay/log';

const FRESH_MS = 50;

let window: LogWindow | undefined;
let opening: Promise<void> | undefined;
let readAt = -Infinity;

/**
 * The newest stretch of the log, no older than 50 ms: one read answers everybody who polls at the same moment.
 * @throws when the log cannot be read
 */
export async function freshWindow(): Promise<LogWindow> {
  const current = (window ??= createLogWindow(eventLog()));
  opening ??= current.open();
  await opening.catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  if (performance.now() - readAt > FRESH_MS) {
    await current.refresh();
    readAt = performance.now();
  }
  return current;
}
