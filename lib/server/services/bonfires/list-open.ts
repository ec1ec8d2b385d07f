import 'server-only';
import { OPEN_BONFIRE_STATUSES, type Bonfire } from '@/lib/protocol/bonfire';
import { db } from '@/lib/server/db/client';
import { bonfireInclude, bonfireToWire } from './to-wire';

const MOST = 500;

/** Notices of fires that burn or will, by their start: what the board shows. At most 500. */
export async function listOpenBonfires(): Promise<Bonfire[]> {
  const rows = await db().bonfire.findMany({
    where: { status: { in: [...OPEN_BONFIRE_STATUSES] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    include: bonfireInclude,
  });
  return rows.map(bonfireToWire);
}
