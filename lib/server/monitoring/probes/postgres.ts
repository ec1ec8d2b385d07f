import { Client } from 'pg';
import type { Socket } from 'node:net';
import { connectionParts } from './connection-string';
import { dialTcp } from './dial';
import { type Look, well } from './look';

const CONNECT_TIMEOUT_MS = 60_000;

/**
 * Signs in to a PostgreSQL and asks it for a 1. Of what may stand after the question mark, `sslmode` is heeded:
 * `no-verify` takes any certificate, all others but `disable` want one that is trusted. Rejects with pg's error.
 */
export async function probePostgres(connectionString: string, signal: AbortSignal): Promise<Look> {
  const startedAt = performance.now();
  const { host, port, user, password, path, query } = connectionParts(connectionString, ['postgres:', 'postgresql:'], 5432);
  const sslmode = query.get('sslmode') ?? 'disable';
  const socket = dialTcp({ host, port }, signal);
  const client = new Client({
    host,
    port,
    user: user || 'postgres',
    // As a function, because for an empty one pg would send this machine's own (PGPASSWORD, .pgpass).
    password: () => password,
    database: path || user || 'postgres',
    ssl: sslmode === 'disable' ? false : { rejectUnauthorized: sslmode !== 'no-verify' },
    application_name: 'Watchroom',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    stream: () => dialled(socket),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return well(performance.now() - startedAt);
  } finally {
    // Says goodbye; whether the server answers that is not waited for: the signal ends the socket.
    client.end().catch(() => undefined);
  }
}

/** A socket that is on its way already: pg's own call to connect it does nothing, so that the checked road is taken. */
function dialled(socket: Socket): Socket {
  socket.connect = () => socket;
  return socket;
}
