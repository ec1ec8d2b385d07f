import 'server-only';
import { db } from '@/lib/server/db/client';
import { CardTrouble } from '../define';
import { heed } from './heed';
import { sqlStateOf } from './sql-state';

/** Where a database says that its user may not. */
const FORBIDDEN = '42501';

/** Asks the database until the signal aborts. A right that is missing becomes a CardTrouble; other failures stay as they are. */
export async function askDatabase<T>(signal: AbortSignal, ask: (database: ReturnType<typeof db>) => Promise<T>): Promise<T> {
  try {
    return await heed(signal, ask(db()));
  } catch (error) {
    if (sqlStateOf(error) !== FORBIDDEN) throw error;
    throw new CardTrouble('The database does not permit its user to read this. Grant it the role pg_monitor, then refresh.');
  }
}
