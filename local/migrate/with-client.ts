import { Client } from 'pg';
import { PlainError } from '../plain-error';
import { describeConnectionError } from './connection-error';

/** Lends a connection to a database while `work` runs. Throws a {@link PlainError} with one sentence when there is none to be had. */
export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 30_000, application_name: 'watchroom-migrate' });
  // An idle client that loses its server emits this; unheard it would end the process.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new PlainError(describeConnectionError(databaseUrl, error));
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
