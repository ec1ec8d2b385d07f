import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { answerError } from './answer-error';
import { clientAddress } from './client-address';
import { addressBudget } from './ip-address';
import { count } from './count';
import { demandOwnOrigin } from './own-origin';
import { readJson } from './read-json';

const MAX_BYTES = 8 * 1_024;

/** What strangers may send: each address by itself, and all of them together. */
const PER_ADDRESS = new RateLimiterMemory({ keyPrefix: 'public', points: 5, duration: 600 });
const ALL_TOGETHER = new RateLimiterMemory({ keyPrefix: 'public-all', points: 60, duration: 60 });

/** What a handler gets. `body` is unparsed JSON for the service's schema. */
interface PublicCall {
  readonly body: unknown;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** A route that writes for people who have not signed in: origin, rate, bounds; then the handler. Every failure becomes an answer. */
export function publicRoute(handler: (call: PublicCall) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const { headers } = request;
      demandOwnOrigin(headers);
      const ip = clientAddress(headers);
      // The address first: one that is refused must not use up what is left for the others.
      await count(PER_ADDRESS, addressBudget(ip), 'notices');
      await count(ALL_TOGETHER, 'all', 'notices');
      return await handler({ body: await readJson(request, MAX_BYTES), ip, userAgent: headers.get('user-agent') });
    } catch (error) {
      return answerError(error);
    }
  };
}
