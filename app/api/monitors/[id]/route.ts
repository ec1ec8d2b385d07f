import { json, writeRoute } from '@/lib/server/http/route';
import { deleteMonitor, patchMonitor } from '@/lib/server/services/monitors/change';

/** `PATCH /api/monitors/:id {version, …}`: edits, pauses or resumes; 409 with `current` when the version is not the newest. */
export const PATCH = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, param, body }) => json({ monitor: await patchMonitor(ctx, param('id'), body) }));

/** `DELETE /api/monitors/:id`: with its history; those that come with Watchroom stay (422). */
export const DELETE = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, param }) => {
  await deleteMonitor(ctx, param('id'));
  return json({ done: true });
});
