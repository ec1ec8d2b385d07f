import 'server-only';
import type { Delivery } from '@/lib/protocol/answers';
import { relayOutbox } from './relay';

const WAIT_MS = 1_000;

let running: Promise<void> | undefined;
let next: Promise<void> | undefined;

/**
 * Relays after a commit. Waits at most a second: an outage of the log must not fail what is committed already.
 * `queued` means that it is safe in the database and goes out when the log is back. Never throws.
 */
export async function relayAfterCommit(): Promise<Delivery> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve('queued'), WAIT_MS);
  });
  const relayed = oneAfterNow().then(
    () => 'relayed' as const,
    () => 'queued' as const,
  );
  const delivery = await Promise.race([relayed, waited]);
  clearTimeout(timer);
  return delivery;
}

/** A run that begins after this call, so that it sees this commit; shared by all who ask while another runs. */
function oneAfterNow(): Promise<void> {
  if (!running) {
    running = relayOutbox()
      .then(() => undefined)
      .finally(() => {
        running = undefined;
      });
    return running;
  }
  next ??= running
    .catch(() => undefined)
    .then(() => {
      next = undefined;
      return oneAfterNow();
    });
  return next;
}
