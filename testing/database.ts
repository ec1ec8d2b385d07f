import { Client, type QueryResultRow } from 'pg';

/** Runs one statement on a connection of its own and gives its rows. Rejects with PostgreSQL's own words. */
export async function query<T extends QueryResultRow>(databaseUrl: string, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return withClient(databaseUrl, async (client) => (await client.query<T>(sql, [...values])).rows);
}

/** Lends a connection, for what several statements must share. */
export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
