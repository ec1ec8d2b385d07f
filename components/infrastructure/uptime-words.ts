import type { Service } from '@/lib/protocol/infrastructure';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The times of which an uptime is told. */
const UPTIME_SPANS = [
  { key: 'd1', label: '24 h' },
  { key: 'd30', label: '30 d' },
  { key: 'y1', label: '1 y' },
] as const;

/** One figure of an uptime. `from`: since when it was measured, where that is less than the time it stands for. */
export interface UptimeFigure {
  readonly label: string;
  readonly share: number | null;
  readonly from: string | null;
}

/** The three figures. A longer time of which no more was measured than of the shorter one tells nothing of its own: no share. */
export function uptimeFigures({ uptime, uptime_from: from }: Pick<Service, 'uptime' | 'uptime_from'>): UptimeFigure[] {
  let told: string | null = null;
  return UPTIME_SPANS.map(({ key, label }) => {
    const since = from[key];
    const isRepeated = since !== null && since === told;
    told = since ?? told;
    return isRepeated ? { label, share: null, from: null } : { label, share: uptime[key], from: since };
  });
}

/** A measured time in its largest unit, short enough for a column: "33 min", "5 h", "10 d". */
export function formatSpan(durationMs: number): string {
  if (durationMs < HOUR_MS) return `${Math.max(1, Math.floor(durationMs / MINUTE_MS))} min`;
  return durationMs < DAY_MS ? `${Math.floor(durationMs / HOUR_MS)} h` : `${Math.floor(durationMs / DAY_MS)} d`;
}
