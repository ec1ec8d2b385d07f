import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { answerError } from './answer-error';
import { clientAddress } from './client-address';
import { count } from './count';
import { addressBudget } from './ip-address';

/** Each address has its own: no stranger can use up what others have. */
const PER_ADDRESS = new RateLimiterMemory({ keyPrefix: 'open', points: 300, duration: 60 });

/** A route that anybody may read without signing in, from any site. Every failure becomes an answer. */
export function openRoute(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      await count(PER_ADDRESS, addressBudget(clientAddress(request.headers)), 'requests');
      return await handler(request);
    } catch (error) {
      return answerError(error);
    }
  };
}
