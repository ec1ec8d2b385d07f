import type { QueryClient } from '@tanstack/react-query';
import { monitorSchema, type Monitor, type MonitorList } from '@/lib/protocol/monitor';
import { RequestError } from '@/lib/queries/http';
import { monitorKeys } from '@/lib/queries/monitors';

/** Puts a monitor into the list, unless a newer version of it is there. */
export function putMonitor(queryClient: QueryClient, monitor: Monitor): void {
  queryClient.setQueryData<MonitorList>(monitorKeys.all, (list) => list && { ...list, items: withMonitor(list.items, monitor) });
}

/** Takes a monitor off the list. */
export function dropMonitor(queryClient: QueryClient, monitorId: string): void {
  queryClient.setQueryData<MonitorList>(monitorKeys.all, (list) => list && { ...list, items: list.items.filter(({ id }) => id !== monitorId) });
}

/** A refusal that bears the monitor as it is now puts that into the list; one that says it is gone has the list read again. */
export function learnFromRefusal(queryClient: QueryClient, error: Error): void {
  if (!(error instanceof RequestError)) return;
  const current = monitorSchema.safeParse(error.current);
  if (current.success) putMonitor(queryClient, current.data);
  else if (error.code === 'not_found') void queryClient.invalidateQueries({ queryKey: monitorKeys.all });
}

function withMonitor(items: readonly Monitor[], monitor: Monitor): Monitor[] {
  const known = items.find(({ id }) => id === monitor.id);
  if (!known) return [...items, monitor];
  return items.map((item) => (item.id === monitor.id && item.version <= monitor.version ? monitor : item));
}
