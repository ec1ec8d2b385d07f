/**
 * Settings for a small machine that also runs the web server. What makes commits durable (fsync,
 * full_page_writes, synchronous_commit) stays on as PostgreSQL has it.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // TCP only: a socket path may not be longer than 107 bytes, and data folders often are.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  // No helper processes and no large /dev/shm, which containers keep at 64 MB.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  dynamic_shared_memory_type: 'mmap',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_min_error_statement: 'panic',
  password_encryption: 'scram-sha-256',
};

/** The command line of `postgres` for the files in `cluster` (a real path) on `port`. */
export function serverArguments(cluster: string, port: number): string[] {
  // The folder comes first: a later start recognises its server by it.
  return ['-D', cluster, '-p', String(port), ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
