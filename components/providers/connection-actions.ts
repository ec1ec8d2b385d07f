import type { PageConnection } from '@/lib/client/page-connection';

let current: PageConnection | undefined;
/** How many components show each room now. */
const rooms = new Map<string, number>();

/** Names the connection that the buttons act on; gives back its undo. */
export function provideConnection(connection: PageConnection): () => void {
  current = connection;
  if (rooms.size > 0) connection.setRooms([...rooms.keys()]);
  return () => {
    if (current === connection) current = undefined;
  };
}

/** Tries to connect at once instead of waiting. Does nothing while connected. */
export function reconnectNow(): void {
  current?.wake();
}

/** Hears an incident's room until the returned function is called. */
export function hearRoom(incidentId: string): () => void {
  change(incidentId, 1);
  return () => change(incidentId, -1);
}

function change(incidentId: string, by: 1 | -1): void {
  const before = rooms.get(incidentId) ?? 0;
  const count = before + by;
  if (count > 0) rooms.set(incidentId, count);
  else rooms.delete(incidentId);
  if (count === 0 || before === 0) current?.setRooms([...rooms.keys()]);
}
