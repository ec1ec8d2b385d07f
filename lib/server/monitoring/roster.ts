import 'server-only';
import { monitorConfigSchema, onDownSchema, type Maintenance, type MonitorConfig, type OnDown } from '@/lib/protocol/monitor';
import type { MonitorKind } from '@/lib/protocol/monitor-kind';
import { outcomeSchema, type Outcome } from '@/lib/protocol/infrastructure';
import { db } from '../db/client';
import { maintenanceInclude, maintenanceToWire } from './maintenance-to-wire';
import { targetOf } from './target';

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
  /** The last heartbeat of a push monitor. */
  readonly push: { readonly at: number; readonly outcome: Outcome; readonly message: string | null; readonly pingMs: number | null } | null;
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
        target: config ? targetOf(config) : 'unreadable settings',
        config,
        secret: row.secret,
        intervalMs: row.intervalMs,
        timeoutMs: row.timeoutMs,
        warnLatencyMs: row.warnLatencyMs,
        onDown: onDownSchema.safeParse(row.onDown).data ?? onDownSchema.parse({}),
        isPaused: row.pausedAt !== null,
        push: row.pushAt && { at: row.pushAt.getTime(), outcome: outcomeSchema.parse(row.pushOutcome), message: row.pushMessage, pingMs: row.pushPingMs },
      };
    }),
    windows: windows.map(maintenanceToWire),
  };
}

/** The maintenance that a monitor is in now; of several the one that lasts longest. Null outside. */
export function maintenanceOf(monitorId: string, windows: readonly Maintenance[], now: number): Maintenance | null {
  const on = windows.filter(
    ({ monitorIds, startsAt, endsAt }) => (monitorIds.length === 0 || monitorIds.includes(monitorId)) && Date.parse(startsAt) <= now && now < Date.parse(endsAt),
  );
  return on.reduce<Maintenance | null>((longest, one) => (longest === null || one.endsAt > longest.endsAt ? one : longest), null);
}
