import { backoffMs } from '@/lib/core/backoff';
import { sleep } from '@/lib/core/sleep';
import { markFlash } from '@/lib/queries/flash';
import { RequestError } from '@/lib/queries/http';

export type AutomaticStep = 'delivered' | 'displayed';

const BACKOFF = { baseMs: 1_000, capMs: 30_000 };
const GIVE_UP_AFTER = 20;

const known = new Set<string>();

/**
 * Tells the server that a message arrived here, or stands on a visible screen. Told once per page; tried again
 * while the server cannot be reached. A refusal is final: the message is gone or was meant for others.
 */
export function reportReceipt(flashId: string, step: AutomaticStep): void {
  const key = `${step}:${flashId}`;
  if (known.has(key)) return;
  known.add(key);
  // What was displayed was delivered: one report tells both.
  if (step === 'displayed') known.add(`delivered:${flashId}`);
  void report(flashId, step);
}

async function report(flashId: string, step: AutomaticStep): Promise<void> {
  for (let attempt = 0; attempt < GIVE_UP_AFTER; attempt += 1) {
    try {
      await markFlash(flashId, step);
      return;
    } catch (error) {
      const again = error instanceof RequestError && (error.status === 0 || error.status === 429 || error.status >= 500);
      if (!again) return;
      await sleep(backoffMs(attempt, Math.random(), BACKOFF, error.retryAfterMs ?? 0));
    }
  }
}
