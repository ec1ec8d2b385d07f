import type { Check } from '../pieces/checks-headline';

const WARN_MS = 1_000;
const FAIL_MS = 60_000;

/** What a clock says, in milliseconds since the epoch, and when it was asked and had answered by this server's. */
export interface ClockReading {
  readonly askedAt: number;
  readonly saysMs: number;
  readonly answeredAt: number;
}

/** Asks a clock what time it is. Rejects as `ask` does. */
export async function readClock(ask: () => Promise<number>): Promise<ClockReading> {
  const askedAt = Date.now();
  const saysMs = await ask();
  return { askedAt, saysMs, answeredAt: Date.now() };
}

/** How far another clock is from this server's. It was read somewhere between question and answer: so much is not held against it. */
export function clockCheck(label: string, { askedAt, saysMs, answeredAt }: ClockReading): Check {
  const offset = saysMs < askedAt ? saysMs - askedAt : saysMs > answeredAt ? saysMs - answeredAt : 0;
  const size = Math.round(Math.abs(offset));
  if (size < WARN_MS) return { label, state: 'ok', words: `It agrees with this server’s clock to ${size + answeredAt - askedAt} ms.` };
  const words = `It is ${inWords(size)} ${offset > 0 ? 'ahead of' : 'behind'} this server’s. Ages on screens are wrong by that: let both machines take the time from the same source.`;
  return { label, state: size < FAIL_MS ? 'warning' : 'failed', words };
}

/** A clock that could not be asked. */
export function clockUnknown(label: string): Check {
  return { label, state: 'unknown', words: 'It could not be asked.' };
}

function inWords(ms: number): string {
  return ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}
