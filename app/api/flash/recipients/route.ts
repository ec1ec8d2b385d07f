import { json, readRoute } from '@/lib/server/http/route';
import { countRecipients } from '@/lib/server/services/flash/recipients';

/** `GET /api/flash/recipients`: how many people each role has, the caller not counted. */
export const GET = readRoute({ permission: 'flash.send', rate: 'read' }, async ({ ctx }) => json(await countRecipients(ctx)));
