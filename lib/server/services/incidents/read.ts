import 'server-only';
import { incidentAnswerSchema, type IncidentAnswer } from '@/lib/protocol/board-answers';
import { authorise, readableBy, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { currentCursor } from '../events/current-cursor';
import { incidentInclude, incidentToWire } from './to-wire';

/** One incident. Throws AppError forbidden, not_found. */
export async function readIncident(ctx: Context, incidentId: string): Promise<IncidentAnswer> {
  authorise(ctx, 'incidents.read');
  const cursor = await currentCursor();
  const row = await db().incident.findUnique({ where: { id: incidentId }, include: incidentInclude });
  if (!row) throw notFound('This incident');
  return readableBy(ctx, incidentAnswerSchema, { incident: incidentToWire(row), cursor });
}
