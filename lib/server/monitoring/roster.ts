import 'server-only';
import { monitorConfigSchema, onDownSchema, type Maintenance, type MonitorConfig, type OnDown } from '@/lib/protocol/monitor';
import type { MonitorKind } from '@/lib/protocol/monitor-kind';
import { outcomeSchema, type Outcome } from '@/lib/protocol/infrastructure';
import { db, type Prisma } from '../db/client';
import { maintenanceInclude, maintenanceToWire } from './maintenance-to-wire';
import { targetOf } from './target';

/** Heartbeats may be a month apart; whether one is missing is looked at more often. */
export const LOOK_AT_PUSH_MS = 30_000;

/** One monitor as the collector needs it. Times in milliseconds. */
export interface Watched {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: MonitorKind;
  readonly target: string;
  /** Null when what is stored cannot be read: the monitor fails, and says so. */
  readonly config: MonitorConfig | null;
  readonly secret: string | null;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly warnLatencyMs: number | null;
  readonly onDown: OnDown;
  readonly isPaused: boolean;
  /** How often a push monitor is to hear a heartbeat. `intervalMs` is how often its state is looked at. */
  readonly beatEveryMs: number;
  /** What was last heard of a push monitor; `at` null: only that it starts. */
  readonly push: { readonly at: number | null; readonly startedAt: number | null; readonly outcome: Outcome; readonly message: string | null; readonly pingMs: number | null } | null;
}

/** What there is to look at, and when it may fail. */
export interface Roster {
  readonly monitors: readonly Watched[];
  readonly windows: readonly Maintenance[];
}

/** Reads what there is to look at now. Throws when the database cannot be asked. */
export async function readRoster(): Promise<Roster> {
  const [rows, windows] = await Promise.all([
    db().monitor.findMany({ orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] }),
    db().maintenanceWindow.findMany({ where: { endsAt: { gt: new Date() } }, include: maintenanceInclude, orderBy: { startsAt: 'asc' } }),
  ]);
  return {
    monitors: rows.map((row) => {
      const config = monitorConfigSchema.safeParse(row.config).data ?? null;
      const kind = row.kind as MonitorKind;
      return {
        id: row.id,
        key: row.key,
        name: row.name,
        kind,
        target: config ? targetOf(config, row.intervalMs) : 'unreadable settings',
        config,
        secret: row.secret,
        intervalMs: kind === 'push' ? Math.min(row.intervalMs, LOOK_AT_PUSH_MS) : row.intervalMs,
        beatEveryMs: row.intervalMs,
        timeoutMs: row.timeoutMs,
        warnLatencyMs: row.warnLatencyMs,
        onDown: onDownSchema.safeParse(row.onDown).data ?? onDownSchema.parse({}),
        isPaused: row.pausedAt !== null,
        push: pushOf(row),
      };
    }),
    windows: windows.map(maintenanceToWire),
  };
}

function pushOf({ pushAt, pushStartedAt, pushOutcome, pushMessage, pushPingMs }: Pick<Prisma.MonitorGetPayload<object>, 'pushAt' | 'pushStartedAt' | 'pushOutcome' | 'pushMessage' | 'pushPingMs'>): Watched['push'] {
  if (pushAt === null && pushStartedAt === null) return null;
  return { at: pushAt?.getTime() ?? null, startedAt: pushStartedAt?.getTime() ?? null, outcome: outcomeSchema.catch('ok').parse(pushOutcome), message: pushMessage, pingMs: pushPingMs };
}

/** The maintenance that a monitor is in now; of several the one that lasts longest. Null outside. */
export function maintenanceOf(monitorId: string, windows: readonly Maintenance[], now: number): Maintenance | null {
  const on = windows.filter(
    ({ monitorIds, startsAt, endsAt }) => (monitorIds.length === 0 || monitorIds.includes(monitorId)) && Date.parse(startsAt) <= now && now < Date.parse(endsAt),
  );
  return on.reduce<Maintenance | null>((longest, one) => (longest === null || one.endsAt > longest.endsAt ? one : longest), null);
}
