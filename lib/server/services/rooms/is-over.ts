import 'server-only';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';

const OVER = ['completed', 'closed', 'cancelled', 'merged'];

/** Whether an incident's room has nothing more to tell live. Throws AppError forbidden, not_found. */
export async function roomIsOver(ctx: Context, incidentId: string): Promise<boolean> {
  authorise(ctx, 'rooms.read');
  const row = await db().incident.findUnique({ where: { id: incidentId }, select: { status: true } });
  if (!row) throw notFound('This incident');
  return OVER.includes(row.status);
}
