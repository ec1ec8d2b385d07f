import { setTimeout as delay } from 'node:timers/promises';
import type { EventLog } from '@/lib/realtime/event-log';
import { broadcastOf } from './write-log';

/** Bytes of one event's label. */
export const BURST_EVENT_BYTES = 20_000;
const FILL = 'x'.repeat(BURST_EVENT_BYTES);
const BATCH = 10;
const BYTES_PER_SECOND = 10_000_000;
const LABEL = /^(.+) (\d+) (x+)$/;

/** What to send: events of this name, numbered from 0. `keepUp` is awaited before each batch, with the number it begins with. */
export interface Burst {
  readonly name: string;
  readonly events: number;
  /** Users who get bytes of their own on each stream. */
  readonly naming: readonly string[];
  readonly keepUp?: (next: number) => Promise<void>;
}

/** Appends large events in order, at most ten megabytes a second, past the application, which would not take labels of this size. */
export async function sendBurst(log: EventLog, { name, events, naming, keepUp }: Burst): Promise<void> {
  const startedAt = performance.now();
  for (let from = 0; from < events; from += BATCH) {
    const wait = startedAt + (from * BURST_EVENT_BYTES * 1_000) / BYTES_PER_SECOND - performance.now();
    if (wait > 0) await delay(wait);
    await keepUp?.(from);
    const numbers = Array.from({ length: Math.min(BATCH, events - from) }, (_, index) => from + index);
    await log.append(numbers.map((number) => broadcastOf(`${name} ${number} ${FILL}`, naming)));
  }
}

/** The number of an event of a burst. Throws when the label is of no burst of this name, or not whole. */
export function numberOf(name: string, label: string): number {
  const [, of, number, fill] = LABEL.exec(label) ?? [];
  if (of !== name || fill?.length !== BURST_EVENT_BYTES) throw new Error(`No whole event of "${name}": ${label.slice(0, 60)}`);
  return Number(number);
}
