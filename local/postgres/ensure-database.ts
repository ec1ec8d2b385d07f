import { Client, DatabaseError } from 'pg';
import { messageOf, PlainError } from '../plain-error';
import { DATABASE } from './initialise';

const DUPLICATE_DATABASE = '42P04';
const WRONG_PASSWORD = '28P01';

/** Makes sure that the server at `port` lets us in and has our database. Throws a {@link PlainError} otherwise. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: DATABASE, password, database: 'postgres', connectionTimeoutMillis: 30_000 });
  // An idle client that loses its server emits this; unheard it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === DUPLICATE_DATABASE) return;
    if (error instanceof DatabaseError && error.code === WRONG_PASSWORD) {
      throw new PlainError('The built-in database does not accept the password kept in its folder. Put back the file watchroom.password from a backup, or set WATCHROOM_DATA to another folder.');
    }
    throw new PlainError(`The built-in database runs but does not answer: ${messageOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
