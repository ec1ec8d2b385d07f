import 'server-only';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 300;

// Only failures count, so a shift change at one address is no attack.
const perAccount = new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS });
const perAddress = new RateLimiterMemory({ points: 50, duration: WINDOW_SECONDS });

/** Whether another attempt for this account from this address may be made now. */
export async function signInAllowed(email: string, ip: string): Promise<boolean> {
  const [account, address] = await Promise.all([perAccount.get(email), perAddress.get(ip)]);
  return !isSpent(account) && !isSpent(address);
}

/** Counts a failed attempt. */
export async function countFailedSignIn(email: string, ip: string): Promise<void> {
  await Promise.allSettled([perAccount.consume(email), perAddress.consume(ip)]);
}

function isSpent(state: RateLimiterRes | null): boolean {
  return state !== null && state.remainingPoints <= 0;
}
