import { json, writeRoute } from '@/lib/server/http/route';
import { endMaintenance } from '@/lib/server/services/maintenance/windows';

/** `DELETE /api/maintenance/:id`: ends it now, or takes it back. */
export const DELETE = writeRoute({ permission: 'monitors.manage', rate: 'write' }, async ({ ctx, param }) => {
  await endMaintenance(ctx, param('id'));
  return json({ done: true });
});
