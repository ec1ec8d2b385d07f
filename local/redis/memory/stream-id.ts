import { ReplyError } from '../reply';

/** The id of a stream entry: milliseconds, and a number within the millisecond. Both are unsigned 64-bit. */
export interface StreamId {
  readonly ms: bigint;
  readonly seq: bigint;
}

const UINT64_MAX = 2n ** 64n - 1n;

export const SMALLEST_ID: StreamId = { ms: 0n, seq: 0n };
export const LARGEST_ID: StreamId = { ms: UINT64_MAX, seq: UINT64_MAX };

/** Takes `<ms>-<seq>` or `<ms>`, whose number is then `missingSeq`. Throws ReplyError for anything else. */
export function parseStreamId(text: string, missingSeq: bigint): StreamId {
  const match = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text);
  const ms = BigInt(match?.[1] ?? -1);
  const seq = match?.[2] === undefined ? missingSeq : BigInt(match[2]);
  if (ms < 0n || ms > UINT64_MAX || seq > UINT64_MAX) throw invalidStreamId();
  return { ms, seq };
}

export function invalidStreamId(): ReplyError {
  return new ReplyError('ERR Invalid stream ID specified as stream command argument');
}

export function formatStreamId(id: StreamId): string {
  return `${id.ms}-${id.seq}`;
}

export function compareStreamIds(left: StreamId, right: StreamId): number {
  if (left.ms !== right.ms) return left.ms < right.ms ? -1 : 1;
  if (left.seq !== right.seq) return left.seq < right.seq ? -1 : 1;
  return 0;
}

/** The id right after, or undefined after the largest. */
export function idAfter(id: StreamId): StreamId | undefined {
  if (id.seq < UINT64_MAX) return { ms: id.ms, seq: id.seq + 1n };
  return id.ms < UINT64_MAX ? { ms: id.ms + 1n, seq: 0n } : undefined;
}

/** The id right before, or undefined before the smallest. */
export function idBefore(id: StreamId): StreamId | undefined {
  if (id.seq > 0n) return { ms: id.ms, seq: id.seq - 1n };
  return id.ms > 0n ? { ms: id.ms - 1n, seq: UINT64_MAX } : undefined;
}
