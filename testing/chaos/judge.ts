import { compareStreamIds, parseCursor, type Cursor, type StreamId } from '@/lib/protocol/cursor';
import type { Sent } from './senders';
import type { LoggedEvent } from './truth';

/** One thing that a client was told: an event, or that it has to start over at a place. */
export type Step = { readonly eventId: string } | { readonly resetAt: Cursor | null };

/** What one client got of what it should have got. */
export interface Verdict {
  readonly delivered: number;
  readonly doubled: number;
  /** Came before one that stands before it on the log. */
  readonly disordered: number;
  /** What never came, although no reset excuses that. */
  readonly lost: readonly LoggedEvent[];
  /** What never came and lies before the place of a reset: the snapshot has to make up for it. */
  readonly excused: readonly LoggedEvent[];
}

/** Holds what a client was told against the log. Every event of `truth` was for this client. */
export function judgeClient(truth: readonly LoggedEvent[], steps: readonly Step[]): Verdict {
  const places = new Map(truth.map(({ eventId }, index) => [eventId, index]));
  const got = new Set<number>();
  let last = -1;
  let doubled = 0;
  let disordered = 0;
  let excusedUpTo: StreamId = '0-0';
  for (const step of steps) {
    if ('resetAt' in step) {
      const place = parseCursor(step.resetAt)?.streamId;
      if (place && compareStreamIds(place, excusedUpTo) > 0) excusedUpTo = place;
      continue;
    }
    const index = places.get(step.eventId);
    if (index === undefined) continue;
    if (got.has(index)) doubled += 1;
    else if (index < last) disordered += 1;
    got.add(index);
    last = Math.max(last, index);
  }
  const missing = truth.filter((_, index) => !got.has(index));
  const isExcused = ({ streamId }: LoggedEvent) => compareStreamIds(streamId, excusedUpTo) <= 0;
  return {
    delivered: got.size,
    doubled,
    disordered,
    lost: missing.filter((event) => !isExcused(event)),
    excused: missing.filter(isExcused),
  };
}

/** What was taken but is not on the log, and what stands there in another order than it was sent in. */
export function judgeLog(truth: readonly LoggedEvent[], taken: readonly Sent[]): { missing: Sent[]; disordered: Sent[] } {
  const places = new Map(truth.map(({ word }, index) => [word, index]));
  const lastOf = new Map<string, number>();
  const missing: Sent[] = [];
  const disordered: Sent[] = [];
  for (const sent of taken) {
    const place = places.get(sent.word);
    if (place === undefined) missing.push(sent);
    else if (place < (lastOf.get(sent.line) ?? -1)) disordered.push(sent);
    else lastOf.set(sent.line, place);
  }
  return { missing, disordered };
}
