import 'server-only';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { ACTIVITY_TYPES, type ActivityList } from '@/lib/protocol/activity';
import { audienceSchema, viewerSees } from '@/lib/protocol/audience';
import { jsonForRole } from '@/lib/realtime/json-for-role';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { currentCursor } from './current-cursor';

const SHOWN = 20;
/** More than are shown: not everybody may see each of them. */
const READ = 60;

const rowsSchema = z.array(z.object({ type: z.enum(ACTIVITY_TYPES), audience: audienceSchema, json: z.string() }));

/**
 * What happened last on the board, newest first, as this person would have heard it on the stream. From the outbox, so
 * it goes back a day at most, and the log is not needed. Throws AppError forbidden.
 */
export async function readActivity(ctx: Context): Promise<ActivityList> {
  authorise(ctx, 'board.read');
  const cursor = await currentCursor();
  const rows = await sharedRead({ name: 'activity', cursor, schema: rowsSchema, read: readRows });
  const viewer = { userId: ctx.actor.id, role: ctx.actor.role };
  const events = rows
    .filter(({ audience }) => viewerSees(audience, viewer))
    .flatMap((row) => jsonForRole(row, viewer.role) ?? [])
    .slice(0, SHOWN)
    .map(parseJson);
  return { events, cursor };
}

async function readRows(): Promise<z.infer<typeof rowsSchema>> {
  const rows = await db().outboxEvent.findMany({
    where: { type: { in: [...ACTIVITY_TYPES] } },
    orderBy: { id: 'desc' },
    take: READ,
    select: { type: true, audience: true, json: true },
  });
  return rowsSchema.parse(rows);
}
