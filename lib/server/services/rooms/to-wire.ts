import 'server-only';
import { logEntrySchema, type LogEntry } from '@/lib/protocol/room';
import type { IncidentLogEntry } from '@/lib/server/db/client';

/** A stored entry as everybody who may read rooms gets it. */
export function entryToWire(row: IncidentLogEntry): LogEntry {
  const { speakerRole, speakerUserId, speakerLabel, ...rest } = row;
  return logEntrySchema.parse({
    ...rest,
    speaker: { role: speakerRole, userId: speakerUserId, label: speakerLabel },
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  });
}
