import 'server-only';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

// OWASP's second recommended setting for argon2id: 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing takes a core for some 20 ms: two at once, and never the core that answers everybody else. */
const AT_ONCE = availableParallelism() > 2 ? 2 : 1;
/** So many may wait; who comes then is told to come back. */
const MOST_WAITING = 20;

const turns = pLimit(AT_ONCE);

// Checked when there is no such account, so that the time taken does not tell which addresses exist.
let decoy: Promise<string> | undefined;

/** An argon2id hash in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return turns(() => hash(password, OPTIONS));
}

/** Whether so many passwords wait to be checked that another must come back later. */
export function passwordChecksAreFull(): boolean {
  return turns.pendingCount >= MOST_WAITING;
}

/** Whether a password fits a hash. Without a hash, or with one that cannot be read, it takes as long and gives false. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const instead = await decoy;
  return turns(async () => {
    const fits = passwordHash === null ? null : await verify(passwordHash, password).catch(() => null);
    if (fits !== null) return fits;
    await verify(instead, password);
    return false;
  });
}
