import 'server-only';
import { OPEN_BONFIRE_STATUSES, type Bonfire } from '@/lib/protocol/bonfire';
import { db } from '@/lib/server/db/client';
import { bonfireInclude, bonfireToWire } from './to-wire';

const MOST = 500;

/** Notices of fires that burn or will, by their start: what the board shows, so none that waits for a look. At most 500. */
export async function listOpenBonfires(): Promise<Bonfire[]> {
  const rows = await db().bonfire.findMany({
    where: { status: { in: [...OPEN_BONFIRE_STATUSES] }, held: false },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    include: bonfireInclude,
  });
  return rows.map(bonfireToWire);
}
