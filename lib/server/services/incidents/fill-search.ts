import 'server-only';
import { searchText } from '@/lib/protocol/incident-search';
import { db } from '@/lib/server/db/client';
import { locationOf } from './to-wire';

const MOST_AT_ONCE = 2_000;

/**
 * Makes incidents findable that no service of this version has written: those from before there was a search column, and
 * those that somebody put into the table by hand. Several instances may call this at once.
 */
export async function fillSearch(): Promise<void> {
  const rows = await db().incident.findMany({ where: { search: '' }, orderBy: { createdAt: 'desc' }, take: MOST_AT_ONCE, select: { id: true, title: true, address: true, lat: true, lng: true } });
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  // What holds no text at all must not be looked at again every second.
  const texts = rows.map((row) => searchText({ title: row.title, location: locationOf(row) }) || '\n');
  // Whoever holds an incident may change its title just now, and then writes the column as well.
  await db().$executeRaw`
    UPDATE incidents SET search = free.text
    FROM (
      SELECT incidents.id, given.text FROM unnest(${ids}::text[], ${texts}::text[]) AS given (id, text)
      JOIN incidents ON incidents.id = given.id WHERE incidents.search = '' FOR UPDATE OF incidents SKIP LOCKED
    ) AS free
    WHERE incidents.id = free.id`;
}
