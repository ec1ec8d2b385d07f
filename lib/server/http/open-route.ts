import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { answerError } from './answer-error';
import { count } from './count';

/** All readers together: caches in front carry the rest. */
const ALL_TOGETHER = new RateLimiterMemory({ keyPrefix: 'open', points: 600, duration: 60 });

/** A route that anybody may read without signing in, from any site. Every failure becomes an answer. */
export function openRoute(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      await count(ALL_TOGETHER, 'all', 'requests');
      return await handler(request);
    } catch (error) {
      return answerError(error);
    }
  };
}
