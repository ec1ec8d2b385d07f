import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from '../plain-error';

const schema = z.object({ nextAuthSecret: z.string().min(16), redisToken: z.string().min(16), cronSecret: z.string().min(16) });

/** The secrets of this machine's copy. */
export type Secrets = z.infer<typeof schema>;

/**
 * The secrets kept in the data folder, made at the first start. Kept because a new one would sign everybody out.
 * Throws a {@link PlainError} when the file was damaged.
 */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) writeSecrets(file);
  const parsed = schema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new PlainError(`The file ${file} is damaged. Remove it: new secrets are made and everybody signs in again.`);
}

function writeSecrets(file: string): void {
  const fresh: Secrets = { nextAuthSecret: random(), redisToken: random(), cronSecret: random() };
  const unfinished = `${file}.new-${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
