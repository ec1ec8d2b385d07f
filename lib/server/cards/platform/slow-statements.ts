import 'server-only';
import { Prisma, type db } from '@/lib/server/db/client';

type Database = ReturnType<typeof db>;

const SHOWN = 15;

/** The schema of the extension pg_stat_statements, or null where it was not created in this database. */
export async function statisticsSchema(database: Database): Promise<string | null> {
  const [row] = await database.$queryRaw<{ name: string }[]>`
    SELECT n.nspname AS name FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'`;
  return row?.name ?? null;
}

/** A statement as it was counted; times in milliseconds. `statements`: how many there are in all. */
export interface CountedStatement {
  text: string | null;
  calls: number;
  mean: number;
  longest: number;
  total: number;
  statements: number;
}

/** The slowest statements of this database on average. `schema` comes from the catalogue. */
export function fromStatistics(database: Database, schema: string): Promise<CountedStatement[]> {
  const view = Prisma.raw(`"${schema.replaceAll('"', '""')}".pg_stat_statements`);
  return database.$queryRaw<CountedStatement[]>`
    SELECT query AS text, calls::float8 AS calls, mean_exec_time AS mean, max_exec_time AS longest, total_exec_time AS total,
      (count(*) OVER ())::int AS statements
    FROM ${view} WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    ORDER BY mean_exec_time DESC LIMIT ${SHOWN}`;
}

/** A statement that runs; for how long in milliseconds, and what it waits for. */
export interface RunningStatement {
  text: string | null;
  ms: number;
  waits: string | null;
  statements: number;
}

/** What has been running on this database for more than a second. */
export function runningNow(database: Database): Promise<RunningStatement[]> {
  return database.$queryRaw<RunningStatement[]>`
    SELECT query AS text, extract(epoch FROM clock_timestamp() - query_start)::float8 * 1000 AS ms, wait_event_type AS waits,
      (count(*) OVER ())::int AS statements
    FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
      AND state = 'active' AND clock_timestamp() - query_start > interval '1 second'
    ORDER BY query_start LIMIT ${SHOWN}`;
}
