import 'server-only';
import { createHash } from 'node:crypto';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { addressBudget } from '../http/ip-address';
import { serverRedis } from '../relay/log';
import { consumeAttempt, giveBackAttempt, type Budget } from './attempt-counter';

const WINDOW_SECONDS = 15 * 60;
const KNOWN_SECONDS = 60 * 24 * 3_600;

/** Tight: one account from one address. A stranger elsewhere uses up nothing of it. */
const PAIR: Budget = { name: 'pair', points: 5, windowSeconds: WINDOW_SECONDS };
/** Wide: one address for all accounts; a shift that changes at one address is no attack. Who signed in from it before is not held to it. */
const ADDRESS: Budget = { name: 'address', points: 60, windowSeconds: WINDOW_SECONDS };
/** Wide: one account from everywhere. Addresses from which its owner signed in before are not held to it. */
const ACCOUNT: Budget = { name: 'account', points: 60, windowSeconds: WINDOW_SECONDS };

/** One attempt to sign in that was counted. */
export interface Attempt {
  /** How long to wait, seconds; 0 when the password may be checked. */
  readonly waitSeconds: number;
  /** The password was right: nothing was used up. */
  succeeded(): Promise<void>;
}

/** Counts an attempt before the password is looked at, so that a hundred at once are no more than one after the other. */
export async function beginAttempt(email: string, ip: string | null): Promise<Attempt> {
  // What was typed may be a password in the wrong field: it is kept nowhere as it is.
  const account = createHash('sha256').update(email).digest('base64url').slice(0, 22);
  const address = addressBudget(ip);
  const pair = `${account}@${address}`;
  const isKnown = await serverRedis().exists(REDIS_KEYS.knownSignIn + pair).then(Boolean, () => false);
  const budgets: [Budget, string][] = isKnown ? [[PAIR, pair]] : [[PAIR, pair], [ADDRESS, address], [ACCOUNT, account]];
  const used: [Budget, string][] = [];
  for (const [budget, subject] of budgets) {
    const { waitSeconds } = await consumeAttempt(budget, subject);
    if (waitSeconds > 0) {
      // One that is refused uses up nothing of the budgets that others share with it.
      await Promise.all(used.filter(([{ name }]) => name !== PAIR.name).map(([other, key]) => giveBackAttempt(other, key)));
      return { waitSeconds, succeeded: () => Promise.resolve() };
    }
    used.push([budget, subject]);
  }
  return {
    waitSeconds: 0,
    async succeeded() {
      await Promise.all([
        ...used.map(([budget, subject]) => giveBackAttempt(budget, subject)),
        serverRedis().set(REDIS_KEYS.knownSignIn + pair, 1, { ex: KNOWN_SECONDS }).catch(() => undefined),
      ]);
    },
  };
}
