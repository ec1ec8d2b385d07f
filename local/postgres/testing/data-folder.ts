import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A fresh data folder that every account may pass through, and its removal. */
export function dataFolder(): { dir: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'watchroom-pg-'));
  chmodSync(parent, 0o755);
  return { dir: join(parent, 'postgres'), remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Runs one statement on a connection of its own and gives the rows. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
