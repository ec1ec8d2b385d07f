import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { serverSettings } from '../env';
import { PrismaClient, type Prisma } from '../generated/prisma/client';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** On a busy machine a message waits for its turn rather than being refused. */
const TRANSACTION_WAIT_MS = 8_000;
const TRANSACTION_TIMEOUT_MS = 10_000;

/** The database within a transaction. */
export type Tx = Prisma.TransactionClient;

// Kept on the global object: in development every changed file is loaded anew, the pool must not be.
const kept = globalThis as typeof globalThis & { watchroomDb?: PrismaClient };

/** The one database client of this process, made on first use. */
export function db(): PrismaClient {
  kept.watchroomDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: serverSettings().databaseUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
    }),
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
  return kept.watchroomDb;
}

/** Gives its connections back; for the end of a process. */
export async function closeDb(): Promise<void> {
  await kept.watchroomDb?.$disconnect();
  delete kept.watchroomDb;
}

export { Prisma, type IncidentLogEntry, type StatusCode, type User } from '../generated/prisma/client';
