import { z } from 'zod';
import { formatDate, formatHour } from '@/components/ui/format-time';
import { createMaintenanceSchema } from '@/lib/protocol/monitor';

const HOUR_MS = 3_600_000;

/** What the form holds. Times are local, as the browser's own fields give them: "2026-11-21T14:00". */
export const maintenanceDraftSchema = z.object({
  title: z.string(),
  scope: z.enum(['all', 'some']),
  monitorIds: z.array(z.string()),
  startsAt: z.string(),
  endsAt: z.string(),
});
export type MaintenanceDraft = z.infer<typeof maintenanceDraftSchema>;

/** Maintenance ready to be sent. */
export type ReadyMaintenance = z.output<typeof createMaintenanceSchema>;

/** A draft that begins now and lasts an hour. `now`: the server's clock in milliseconds. */
export function freshMaintenance(now: number): MaintenanceDraft {
  return { title: '', scope: 'all', monitorIds: [], startsAt: localMinute(now), endsAt: localMinute(now + HOUR_MS) };
}

/** Checks a draft as the server will, and gives the maintenance. Problems are told at the form's own fields. */
export const readyMaintenanceSchema = maintenanceDraftSchema.transform((draft, context): ReadyMaintenance => {
  const tell = (field: keyof MaintenanceDraft, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const startsAt = instantOf(draft.startsAt);
  const endsAt = instantOf(draft.endsAt);
  const monitorIds = draft.scope === 'all' ? [] : draft.monitorIds;
  const parsed = createMaintenanceSchema.safeParse({ title: draft.title, monitorIds, startsAt, endsAt });
  // Sent without any, it would be maintenance of everything.
  const none = draft.scope === 'some' && monitorIds.length === 0;
  if (none) tell('monitorIds', 'Choose at least one service.');
  if (parsed.success) return none ? z.NEVER : parsed.data;
  const told = new Set<string>();
  for (const { path, message } of parsed.error.issues) {
    const field = maintenanceDraftSchema.keyof().safeParse(path[0]).data ?? 'title';
    if (told.has(field)) continue;
    told.add(field);
    const unread = (field === 'startsAt' && startsAt === '') || (field === 'endsAt' && endsAt === '');
    tell(field, unread ? 'Choose a date and a time.' : message);
  }
  return z.NEVER;
});

/** A moment as the browser's fields want it, where the reader is, cut to the minute. */
export function localMinute(at: number): string {
  return `${formatDate(at)}T${formatHour(at)}`;
}

// Empty for what is no time.
function instantOf(local: string): string {
  const at = Date.parse(local);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}
