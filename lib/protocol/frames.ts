import { z } from 'zod';
import { infraTickSchema } from './infrastructure';

/** Frames that steer a stream. They are no events: they have no id and are never replayed. */
export const FRAMES = {
  /** First on every stream. `cursor`: what follows on this stream comes after it. */
  connected: z.object({
    clientId: z.string(),
    instanceId: z.string(),
    /** Which build answers. Empty: a server that does not say. */
    build: z.string().default(''),
    epoch: z.string(),
    cursor: z.string(),
    heartbeatMs: z.number(),
    maxAgeMs: z.number(),
    topics: z.array(z.string()),
  }),
  /** The cursor cannot be served: load the snapshot, then go on from `cursor`. */
  reset: z.object({
    reason: z.enum(['malformed', 'foreign_epoch', 'trimmed', 'ahead', 'too_many', 'log_lost']),
    cursor: z.string(),
  }),
  /** The newest figures of what is looked at all the time. Only the newest counts, so none is kept or replayed. */
  tick: z.object({ topic: z.literal('infra'), tick: infraTickSchema }),
  /** The server lost its event log, or has it back. While lost, silence says nothing. */
  upstream: z.object({ state: z.enum(['lost', 'ok']) }),
  /** Open a new stream within this time, then drop this one. */
  rotate: z.object({ withinMs: z.number() }),
  /** The stream ends now, and why. */
  error: z.object({
    code: z.enum(['auth_expired', 'revoked', 'signed_out', 'slow', 'too_many', 'shutdown']),
    message: z.string(),
  }),
} as const;

export type FrameType = keyof typeof FRAMES;
export type FrameData<T extends FrameType> = z.infer<(typeof FRAMES)[T]>;
export type ResetReason = FrameData<'reset'>['reason'];

/** One control frame, parsed. */
export type Frame = { [T in FrameType]: { readonly type: T; readonly data: FrameData<T> } }[FrameType];

/** Whether a word names a control frame. */
export function isFrameType(word: string): word is FrameType {
  return Object.hasOwn(FRAMES, word);
}

/** Parses the decoded JSON of a control frame. Null when its shape is wrong. */
export function parseFrame(type: FrameType, value: unknown): Frame | null {
  const parsed = z.object({ data: FRAMES[type] }).safeParse(value);
  return parsed.success ? ({ type, data: parsed.data.data } as Frame) : null;
}
