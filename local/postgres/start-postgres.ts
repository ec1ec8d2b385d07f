import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { messageOf, PlainError } from '../plain-error';
import { type FileLock, waitForLock } from '../process/file-lock';
import { freePort } from '../process/free-port';
import { codeOf, isAlive } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { findBinaries } from './binaries';
import { ensureDatabase } from './ensure-database';
import { belongsToOther, DATABASE, initialise } from './initialise';
import { launch, type Launched } from './launch';
import { clusterOf, placeBinaries, placeCluster } from './place';
import { settleCluster } from './running-server';
import { serverUser } from './server-user';
import { stopServer } from './stop-server';

const OTHER_START_MS = 120_000;
const ADOPTED_WATCH_MS = 500;

/** What {@link startPostgres} takes. */
export interface PostgresInput {
  /** Folder of this part; made if missing. */
  dataDir: string;
  /** Gets a sentence when something out of the ordinary was done. */
  log: (line: string) => void;
  /** The only port to use. Without it: the one of the last start if free, else a random one. */
  port?: number;
}

/** A running database server. */
export interface Postgres {
  /** Connection URL with the password; never print it. */
  url: string;
  port: number;
  pid: number;
  /** True when it was running already, left by a start that was killed. */
  adopted: boolean;
  logFile: string;
  /** Settles when the server process has ended, whoever ended it. */
  exited: Promise<void>;
  /** Ends the server in order (SIGINT) and waits until it is gone. Harmless when it is gone already. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on `dataDir`, or adopts the one that runs there. Listens on 127.0.0.1 only.
 * When two starts meet, the second waits for the first and adopts its server.
 * Throws a {@link PlainError} for everything a person can mend.
 */
export async function startPostgres({ dataDir, log, port }: PostgresInput): Promise<Postgres> {
  const home = makeHome(dataDir);
  const binaries = findBinaries();
  const lock = await lockStart(home);
  try {
    const user = serverUser(clusterOf(home));
    const cluster = placeCluster(home, user, log);
    const nativeDir = placeBinaries(binaries, user);
    const logFile = join(home, 'postgres.log');
    const password = await initialise(cluster, nativeDir, user);
    const running = await settleCluster(cluster, log);
    const server = running
      ? { ...running, exited: watchEnd(running.pid), adopted: true }
      : { ...(await launchOnFreePort({ cluster, nativeDir, user, logFile }, port, join(home, 'port'))), adopted: false };
    await ensureDatabase(server.port, password);
    return {
      ...server,
      logFile,
      url: `postgresql://${DATABASE}:${password}@127.0.0.1:${server.port}/${DATABASE}`,
      stop: () => stopServer(cluster, server.pid),
    };
  } finally {
    lock.release();
  }
}

/** The folder as a real path, because PostgreSQL and /proc name it so. */
function makeHome(dataDir: string): string {
  try {
    const isNew = !existsSync(dataDir);
    mkdirSync(dataDir, { recursive: true });
    // Root makes it for another account, which has to pass through; the files below are 0700 and 0600.
    if (isNew && process.getuid?.() === 0) chmodSync(dataDir, 0o755);
    return join(realpathSync(dirname(dataDir)), basename(realpathSync(dataDir)));
  } catch (error) {
    throw new PlainError(`The database folder ${dataDir} cannot be made (${codeOf(error) ?? messageOf(error)}). Set WATCHROOM_DATA to a folder you may write to.`);
  }
}

async function lockStart(home: string): Promise<FileLock> {
  const taken = await waitForLock(join(home, 'start.lock'), OTHER_START_MS).catch((error: unknown) => {
    throw codeOf(error) === 'EACCES' ? belongsToOther(clusterOf(home)) : error;
  });
  if ('lock' in taken) return taken.lock;
  throw new PlainError(`Another start (process ${taken.owner.pid}) is still preparing the database in ${home}. Wait for it or end it, then start again.`);
}

async function launchOnFreePort(
  input: Omit<Parameters<typeof launch>[0], 'port'>,
  fixedPort: number | undefined,
  portFile: string,
): Promise<Exclude<Launched, 'port-taken'> & { port: number }> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = fixedPort ?? (await freePort(attempt === 0 ? keptPort(portFile) : undefined));
    const launched = await launch({ ...input, port });
    if (launched !== 'port-taken') {
      writeFileSync(portFile, `${port}\n`);
      return { ...launched, port };
    }
    if (fixedPort) break;
  }
  throw new PlainError(`The database cannot listen on 127.0.0.1${fixedPort ? ` port ${fixedPort}` : ''}: another program is faster each time. Start again.`);
}

function keptPort(portFile: string): number | undefined {
  const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** An adopted server is not our child, so no event tells its end. */
async function watchEnd(pid: number): Promise<void> {
  await waitUntil(() => !isAlive(pid), { timeoutMs: Number.POSITIVE_INFINITY, everyMs: ADOPTED_WATCH_MS, ref: false });
}
