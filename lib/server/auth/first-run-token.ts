// Also used by the start command, outside of Next: nothing here may need Next or open anything.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Where the token's hash is kept among the settings. */
export const FIRST_RUN_KEY = 'first-run';

const TOKEN_BYTES = 24;

/** A fresh token for the page of the first start. */
export function makeFirstRunToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The hash that is kept instead of it. Plain SHA-256: the token is random and long, there is nothing to guess. */
export function hashFirstRunToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a token is the one behind a hash; takes as long either way. */
export function isFirstRunToken(token: string, hash: string): boolean {
  const given = Buffer.from(hashFirstRunToken(token));
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
