import 'server-only';
import type { MonitorList } from '@/lib/protocol/monitor';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { currentCursor } from '../events/current-cursor';
import { isStatusPageOn } from './status-page';
import { monitorToWire } from './to-wire';

/** Every monitor in its order. Throws AppError forbidden. */
export async function listMonitors(ctx: Context): Promise<MonitorList> {
  authorise(ctx, 'monitors.manage');
  const cursor = await currentCursor();
  const [rows, statusPage] = await Promise.all([db().monitor.findMany({ orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] }), isStatusPageOn()]);
  return { items: rows.map(monitorToWire), statusPage, cursor };
}
