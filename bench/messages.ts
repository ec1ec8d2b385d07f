/** What the measuring process tells the listening one. */
export type ToListener =
  | { readonly kind: 'open'; readonly url: string; readonly cookie: string; readonly clients: number; readonly events: number }
  | { readonly kind: 'report' };

/** What the listening process tells: all are open; all have the last event; what they got. Latencies in milliseconds. */
export type FromListener =
  | { readonly kind: 'opened' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'report' } & ListenerReport);

export interface ListenerReport {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly received: number;
  readonly doubled: number;
  readonly missing: number;
  /** Streams that ended before the measurement did. */
  readonly ended: number;
}
