import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { answerError } from './answer-error';
import { clientAddress } from './client-address';
import { addressBudget } from './ip-address';
import { count } from './count';
import { demandOwnOrigin } from './own-origin';
import { readJson } from './read-json';

const MAX_BYTES = 8 * 1_024;

/** What strangers may send, each address by itself: nobody waits for what others send. */
interface Limits {
  /** What is counted, as a refusal names it: "notices". */
  readonly what: string;
  readonly perAddress: RateLimiterMemory;
}

const NOTICES: Limits = { what: 'notices', perAddress: new RateLimiterMemory({ keyPrefix: 'public', points: 5, duration: 600 }) };

/** Tries at the token of the first start, which is too long to be guessed. */
export const FIRST_RUN_TRIES: Limits = { what: 'tries', perAddress: new RateLimiterMemory({ keyPrefix: 'first-run', points: 10, duration: 600 }) };

/** What a handler gets. `body` is unparsed JSON for the service's schema. */
interface PublicCall {
  readonly body: unknown;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** A route that writes for people who have not signed in: origin, rate, bounds; then the handler. Every failure becomes an answer. */
export function publicRoute(handler: (call: PublicCall) => Promise<Response>, { what, perAddress } = NOTICES): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const { headers } = request;
      demandOwnOrigin(headers);
      const ip = clientAddress(headers);
      await count(perAddress, addressBudget(ip), what);
      return await handler({ body: await readJson(request, MAX_BYTES), ip, userAgent: headers.get('user-agent') });
    } catch (error) {
      return answerError(error);
    }
  };
}
