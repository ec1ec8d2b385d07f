import { formatHour } from '@/components/ui/format-time';
import type { ServiceState } from '@/lib/protocol/infrastructure';
import type { HistorySlice } from '@/lib/protocol/monitor';
import { formatLatency, formatShare } from '../share-words';
import { STATE_LOOK } from '../state-look';

/** What a slice of the day is shown as. */
export type SliceState = Exclude<ServiceState, 'paused'>;

/** The worst that was in a slice: a short outage must not vanish among what was well. */
export function sliceState({ up, warn, down, maintenance }: HistorySlice): SliceState {
  if (down > 0) return 'down';
  if (warn > 0) return 'warn';
  if (up > 0) return 'up';
  return maintenance > 0 ? 'maintenance' : 'unknown';
}

/** Share of the known time of a slice in which the service was up, 0 to 1; null where nothing is known. */
export function sliceShare({ up, warn, down }: HistorySlice): number | null {
  const known = up + warn + down;
  return known === 0 ? null : up / known;
}

/** The time of a slice where the reader is: "13:30 to 14:00". */
export function sliceTime({ from }: HistorySlice, sliceMs: number): string {
  return `${formatHour(Date.parse(from))} to ${formatHour(Date.parse(from) + sliceMs)}`;
}

/** What was in a slice: "Down for a part, up 93.33 %, 12 ms". */
export function sliceWords(slice: HistorySlice): string {
  const state = sliceState(slice);
  const share = sliceShare(slice);
  const parts = [stateWords(state, slice)];
  if (share !== null) parts.push(`up ${formatShare(share)}`);
  if (slice.latencyMs !== null) parts.push(`latency ${formatLatency(slice.latencyMs)}`);
  return parts.join(', ');
}

/** The whole day for readers: "Last 24 hours: up 98.50 % of the known time. Down in part from 13:30 to 14:30." */
export function dayWords(slices: readonly HistorySlice[], sliceMs: number): string {
  const sum = (of: 'up' | 'warn' | 'down') => slices.reduce((total, slice) => total + slice[of], 0);
  const known = sum('up') + sum('warn') + sum('down');
  if (known === 0) return 'Last 24 hours: nothing is known.';
  const bad = runsOf(slices).filter(({ state }) => state === 'down' || state === 'warn');
  const runs = bad.map(({ state, first, last }) => `${STATE_LOOK[state].word} at times from ${formatHour(Date.parse(first.from))} to ${formatHour(Date.parse(last.from) + sliceMs)}.`);
  return [`Last 24 hours: up ${formatShare(sum('up') / known)} of the known time.`, ...(runs.length === 0 ? ['No trouble.'] : runs)].join(' ');
}

/** Slices of one state that follow each other. */
interface Run {
  readonly state: SliceState;
  readonly first: HistorySlice;
  last: HistorySlice;
}

function runsOf(slices: readonly HistorySlice[]): Run[] {
  const runs: Run[] = [];
  for (const slice of slices) {
    const state = sliceState(slice);
    const run = runs.at(-1);
    if (run?.state === state) run.last = slice;
    else runs.push({ state, first: slice, last: slice });
  }
  return runs;
}

function stateWords(state: SliceState, slice: HistorySlice): string {
  const { word } = STATE_LOOK[state];
  if (state === 'unknown') return 'Nothing known';
  const other = slice.up + slice.warn + slice.down + slice.unknown + slice.maintenance > slice[state];
  return (state === 'down' || state === 'warn') && other ? `${word} at times` : word;
}
