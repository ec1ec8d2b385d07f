import 'server-only';
import { monitorConfigSchema, onDownSchema, type Monitor } from '@/lib/protocol/monitor';
import type { MonitorKind } from '@/lib/protocol/monitor-kind';
import type { Prisma } from '@/lib/server/db/client';

export type MonitorRow = Prisma.MonitorGetPayload<object>;

/** A monitor as those who manage monitors get it: without its secret. */
export function monitorToWire(row: MonitorRow): Monitor {
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    name: row.name,
    kind: row.kind as MonitorKind,
    config: monitorConfigSchema.parse(row.config),
    hasSecret: row.secret !== null,
    intervalMs: row.intervalMs,
    timeoutMs: row.timeoutMs,
    warnLatencyMs: row.warnLatencyMs,
    onDown: onDownSchema.parse(row.onDown),
    isPublic: row.isPublic,
    builtin: row.builtin,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    pushPath: row.pushToken === null ? null : `/api/push/${row.pushToken}`,
    position: row.position,
    createdAt: row.createdAt.toISOString(),
  };
}
