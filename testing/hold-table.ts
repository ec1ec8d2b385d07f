import { Client } from 'pg';

/** A table that nobody can read until it is let go. */
export interface HeldTable {
  /** How many wait for it. */
  waiting(): Promise<number>;
  release(): Promise<void>;
}

/** Locks a table, as a migration or a careless admin does: whoever reads it hangs. */
export async function holdTable(databaseUrl: string, table: string): Promise<HeldTable> {
  const [holder, looker] = [await connected(databaseUrl), await connected(databaseUrl)];
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE ${holder.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`);
  return {
    async waiting() {
      const { rows } = await looker.query<{ count: string }>(`SELECT count(*) FROM pg_locks WHERE relation = $1::regclass AND NOT granted`, [table]);
      return Number(rows[0]?.count);
    },
    async release() {
      await Promise.all([holder.end(), looker.end()]);
    },
  };
}

async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
