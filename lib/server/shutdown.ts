import 'server-only';
import { sleep } from '@/lib/core/sleep';
import { drainWord } from '@/lib/realtime/hub-words';
import { logConnection } from '@/lib/realtime/log-line';
import { closeDb } from './db/client';
import { eventLog } from './relay/log';

// Clients are told over two seconds, see DRAIN_SPREAD_MS in the hub; then the last bytes need a moment.
const DRAIN_MS = 4_000;
const TELL_MS = 1_000;

/**
 * Ends this process in order on SIGTERM or SIGINT: streams are sent elsewhere, what runs is finished, then exit.
 * Next's own handler waits for open streams, which would be for ever.
 */
export function endInOrder(instanceId: string, stopLoop: AbortController): void {
  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    logConnection('shutting down', { signal, instanceId });
    stopLoop.abort();
    const tell = eventLog().ring(drainWord(instanceId)).then(() => true, () => false);
    const told = await Promise.race([tell, sleep(TELL_MS).then(() => false)]);
    if (told) await sleep(DRAIN_MS);
    await Promise.race([closeDb(), sleep(TELL_MS)]);
    process.exit(0);
  };
  // Next has a handler of its own, which ends with 143 once the last stream is closed. This end is in order.
  process.on('exit', () => {
    if (ending) process.exitCode = 0;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
}
