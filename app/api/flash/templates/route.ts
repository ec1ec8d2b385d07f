import { json, readRoute, writeRoute } from '@/lib/server/http/route';
import { listTemplates, saveTemplate } from '@/lib/server/services/flash/templates';

/** `GET /api/flash/templates`: the kept texts. */
export const GET = readRoute({ permission: 'flash.send', rate: 'read' }, async ({ ctx }) => json({ items: await listTemplates(ctx) }));

/** `POST /api/flash/templates`: keeps a text under a name; the same name again replaces it. */
export const POST = writeRoute({ permission: 'flash.send', rate: 'write' }, async ({ ctx, body }) =>
  json({ template: await saveTemplate(ctx, body) }, 201),
);
