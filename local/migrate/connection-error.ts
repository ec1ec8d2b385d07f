import { DatabaseError } from 'pg';
import { messageOf } from '../plain-error';
import { codeOf } from '../process/process-table';

/**
 * One sentence on why the database of `databaseUrl` cannot be used and what to do. Names host, port, account
 * and database, never the password.
 */
export function describeConnectionError(databaseUrl: string, error: unknown): string {
  const { host, user, database } = partsOf(databaseUrl);
  const code = error instanceof DatabaseError ? error.code : codeOf(first(error));
  switch (code) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `No PostgreSQL server answers at ${host} (${code}). Start it, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of DATABASE_URL, ${host}, is not known to the name service. Correct DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The PostgreSQL server at ${host} refuses the account "${user}" or its password. Correct DATABASE_URL.`;
    case '3D000':
      return `The PostgreSQL server at ${host} has no database "${database}". Create it, or correct DATABASE_URL.`;
    case '53300':
      return `The PostgreSQL server at ${host} has no free connection. Raise its max_connections or end other clients.`;
    case '57P03':
      return `The PostgreSQL server at ${host} is still starting. Try again in a moment.`;
    default:
      return `The database of DATABASE_URL at ${host} cannot be used: ${messageOf(first(error)) || code || 'no answer'}. Correct DATABASE_URL.`;
  }
}

/** Several addresses of one host fail as one error with many inside. */
function first(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function partsOf(databaseUrl: string): { host: string; user: string; database: string } {
  if (!URL.canParse(databaseUrl)) return { host: 'its host', user: 'its account', database: 'its database' };
  const url = new URL(databaseUrl);
  return { host: url.host || 'the local socket', user: decodeURIComponent(url.username), database: decodeURIComponent(url.pathname.slice(1)) };
}
