import type { ReceiptCounts } from '@/lib/protocol/flash';

/** How far a message has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly word: string;
}

/** The figure that matters for a message: acknowledgements where they are asked for, deliveries else. */
export function progressOf(counts: ReceiptCounts, asks: boolean): Progress {
  if (asks && counts.mustAck > 0) return { done: counts.acked, of: counts.mustAck, word: 'acknowledged' };
  return { done: counts.delivered, of: counts.recipients, word: 'delivered' };
}
