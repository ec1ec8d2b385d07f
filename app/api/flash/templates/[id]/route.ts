import { json, writeRoute } from '@/lib/server/http/route';
import { deleteTemplate } from '@/lib/server/services/flash/templates';

/** `DELETE /api/flash/templates/:id`. */
export const DELETE = writeRoute({ permission: 'flash.send', rate: 'write' }, async ({ ctx, param }) => {
  await deleteTemplate(ctx, param('id'));
  return json({ id: param('id') });
});
