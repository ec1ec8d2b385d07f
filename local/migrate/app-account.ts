import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { withClient } from './with-client';

/** Tables whose rows may only be added. What was done and said stays as it was written, whoever gets into the web server. */
const APPEND_ONLY = ['audit_entries', 'incident_log', 'unit_status_history'];
/** The account of the web server on the embedded database. */
const EMBEDDED_ACCOUNT = 'watchroom_app';
const GRANT_LOCK = 7_114_005;

/**
 * Makes the web server's own account on the embedded database and gives its connection URL, with a new password each time: the account that owns
 * the tables could switch off what protects them. `databaseUrl` is the owner's, on a database that is migrated.
 */
export async function makeAppAccount(databaseUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  await withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [EMBEDDED_ACCOUNT]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${EMBEDDED_ACCOUNT} LOGIN PASSWORD ${escapeLiteral(password)}`);
    // What the figures about the database are read from.
    await client.query(`GRANT pg_monitor TO ${EMBEDDED_ACCOUNT}`);
    await grantUse(client, EMBEDDED_ACCOUNT);
  });
  const url = new URL(databaseUrl);
  url.username = EMBEDDED_ACCOUNT;
  url.password = password;
  return url.href;
}

/** Lets the account of `appUrl` use the tables of `ownerUrl`, and only add to those that are records. Both name one migrated database. */
export async function grantToAccount(ownerUrl: string, appUrl: string): Promise<void> {
  const account = await withClient(appUrl, async (client) => (await client.query<{ name: string }>('SELECT current_user AS name')).rows[0]?.name ?? '');
  await withClient(ownerUrl, (client) => grantUse(client, account));
}

/** The append-only tables that the account of `databaseUrl` could change or unprotect: because it owns them, or because it was given too much. */
export async function unprotectedTables(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relname = ANY($1) AND n.nspname = 'public'
         AND (pg_has_role(current_user, c.relowner, 'USAGE') OR has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')
           OR has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'TRIGGER'))
       ORDER BY c.relname`,
      [APPEND_ONLY],
    );
    return rows.map(({ name }) => name);
  });
}

async function grantUse(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ owner: boolean }>('SELECT pg_has_role($1, current_user, \'USAGE\') AS owner', [name]);
  if (rows[0]?.owner) return;
  const account = escapeIdentifier(name);
  const records = APPEND_ONLY.map(escapeIdentifier).join(', ');
  await client.query(`BEGIN;
    SELECT pg_advisory_xact_lock(${GRANT_LOCK});
    GRANT USAGE ON SCHEMA public TO ${account};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${account};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${account};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${account};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${account};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${account};
    REVOKE UPDATE, DELETE ON ${records} FROM ${account};
    GRANT UPDATE (pinned) ON incident_log TO ${account};
    COMMIT;`);
}
