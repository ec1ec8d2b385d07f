import 'server-only';
import { db } from '../db/client';

const KEEP_MS = 24 * 3_600_000;

/** Drops events that left a day ago. The newest stays: it tells whether the log still holds what was sent. */
export async function pruneOutbox(): Promise<void> {
  const newest = await db().outboxEvent.findFirst({ where: { sentAt: { not: null } }, orderBy: { id: 'desc' }, select: { id: true } });
  if (!newest) return;
  await db().outboxEvent.deleteMany({ where: { sentAt: { lt: new Date(Date.now() - KEEP_MS) }, id: { lt: newest.id } } });
}
