import { keepBounded } from '../process/log-files';
import type { Part } from '../process/part';
import { type Postgres, startPostgres } from '../postgres/start-postgres';

/** The embedded database as a part that can be started again on the same address. */
export interface PostgresPart extends Part {
  /** Connection URL with the password; never print it. Stays the same over restarts. */
  url: string;
  adopted: boolean;
  /** Process id of the present server. */
  pid(): number;
}

/** Starts the embedded PostgreSQL in `dataDir`, or adopts the one that runs there. */
export async function startPostgresPart(dataDir: string, log: (line: string) => void): Promise<PostgresPart> {
  let current: Postgres = await startPostgres({ dataDir, log });
  const { url, port, adopted, logFile } = current;
  const stopLooking = keepBounded(logFile);
  return {
    name: 'the database',
    logFile,
    url,
    adopted,
    pid: () => current.pid,
    exited: () => current.exited.then(() => 'its server process ended'),
    async start() {
      // The same port: everybody who uses it keeps its address.
      current = await startPostgres({ dataDir, log, port });
    },
    async stop() {
      stopLooking();
      await current.stop();
    },
  };
}
