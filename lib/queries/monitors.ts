import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  maintenanceListSchema, maintenanceSchema, monitorAnswerSchema, monitorListSchema, testResultSchema,
  type CreateMaintenance, type CreateMonitor, type MonitorConfig, type PatchMonitor,
} from '@/lib/protocol/monitor';
import { request } from './http';

/** Cache keys of what admins set up. Invalidated by whoever writes. */
export const monitorKeys = { all: ['monitors'] as const, maintenance: ['maintenance'] as const };

/** So long beyond a look's own time-out its answer may take. */
const ANSWER_MS = 10_000;

const done = z.object({ done: z.literal(true) });

/** Every monitor, and whether the public status summary is on. */
export const monitorsQuery = queryOptions({
  queryKey: monitorKeys.all,
  queryFn: ({ signal }) => request('/api/monitors', monitorListSchema, { signal }),
});

/** Maintenance that is on or to come. */
export const maintenanceQuery = queryOptions({
  queryKey: monitorKeys.maintenance,
  queryFn: ({ signal }) => request('/api/maintenance', maintenanceListSchema, { signal }),
});

export function createMonitor(input: CreateMonitor) {
  return request('/api/monitors', monitorAnswerSchema, { method: 'POST', body: input });
}

/** Edits or pauses a monitor; `version` is the one that was seen. */
export function patchMonitor(monitorId: string, patch: PatchMonitor) {
  return request(`/api/monitors/${encodeURIComponent(monitorId)}`, monitorAnswerSchema, { method: 'PATCH', body: patch });
}

export function deleteMonitor(monitorId: string) {
  return request(`/api/monitors/${encodeURIComponent(monitorId)}`, done, { method: 'DELETE' });
}

/** One look with these settings; nothing is kept. `id`: the stored monitor whose secret is used when none is given. */
export function testMonitor(input: { id?: string; config: MonitorConfig; timeoutMs: number; warnLatencyMs: number | null; secret?: string | null }) {
  return request('/api/monitors/test', testResultSchema, { method: 'POST', body: input, timeoutMs: input.timeoutMs + ANSWER_MS });
}

export function createMaintenance(input: CreateMaintenance) {
  return request('/api/maintenance', z.object({ maintenance: maintenanceSchema }), { method: 'POST', body: input });
}

/** Ends maintenance that is on, or takes back what is to come. */
export function endMaintenance(maintenanceId: string) {
  return request(`/api/maintenance/${encodeURIComponent(maintenanceId)}`, done, { method: 'DELETE' });
}

/** Switches the public status summary. */
export function putStatusPage(on: boolean) {
  return request('/api/monitors/status-page', z.object({ statusPage: z.boolean() }), { method: 'PUT', body: { on } });
}
