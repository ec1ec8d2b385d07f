import 'server-only';
import { Cron } from 'croner';
import type { ConfigOf } from '@/lib/protocol/monitor';

const LEAST_GRACE_MS = 10_000;
const MOST_GRACE_MS = 3_600_000;

type Config = Pick<ConfigOf<'push'>, 'graceMs' | 'schedule'>;

/** The last that was heard of a job. Times in milliseconds since the epoch; null: never. */
export interface Heard {
  readonly at: number | null;
  readonly startedAt: number | null;
}

/** When something must have been heard at the latest; `what`: the next heartbeat, or the end of a job that said it starts. */
export interface Due {
  readonly by: number;
  readonly what: 'heartbeat' | 'end';
  /** When it was expected, before any grace. */
  readonly expectedAt: number;
}

/**
 * When the next heartbeat is missing. Null before anything was heard: there is nothing to miss yet. A job that said it
 * starts has the grace time to come to its end, as healthchecks.io has it.
 */
export function nextDue({ graceMs, schedule }: Config, everyMs: number, { at, startedAt }: Heard): Due | null {
  const next = (from: number) => (schedule ? nextRun(schedule, from) : from + everyMs);
  const expectedAt = at === null ? null : next(at);
  const first = expectedAt ?? next(startedAt ?? 0);
  const gap = next(first) - first;
  const grace = graceMs ?? Math.min(Math.max(gap / 2, LEAST_GRACE_MS), MOST_GRACE_MS);
  const heartbeat: Due | null = expectedAt === null ? null : { by: expectedAt + grace, what: 'heartbeat', expectedAt };
  if (startedAt === null || (at !== null && startedAt <= at)) return heartbeat;
  // Without any grace a job could never come to its end in time.
  const end: Due = { by: startedAt + (grace > 0 ? grace : gap), what: 'end', expectedAt: startedAt };
  return heartbeat && heartbeat.by <= end.by ? heartbeat : end;
}

/** What is wrong with a schedule, for the person who wrote it; null when it will run again. */
export function scheduleProblem(schedule: NonNullable<ConfigOf<'push'>['schedule']>, now: number): string | null {
  try {
    return Number.isFinite(nextRun(schedule, now)) ? null : 'This schedule never comes. Look at its day and month.';
  } catch {
    return 'This is no schedule that can be read. Write five fields: minute, hour, day, month, weekday.';
  }
}

/** The first time after `from`; Infinity when there is none. Throws for what is no schedule. */
function nextRun({ cron, timeZone }: { readonly cron: string; readonly timeZone: string }, from: number): number {
  if (!Number.isFinite(from)) return from;
  return new Cron(cron, { timezone: timeZone, mode: '5-part' }).nextRun(new Date(from))?.getTime() ?? Number.POSITIVE_INFINITY;
}
