import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { answerError } from './answer-error';
import { count } from './count';

/** Heartbeats of one address; a service that sends more than one a second has lost its way. */
const PER_TOKEN = new RateLimiterMemory({ keyPrefix: 'token', points: 60, duration: 60 });
/** All together, so that guessing tokens costs more than it brings. */
const ALL_TOGETHER = new RateLimiterMemory({ keyPrefix: 'token-all', points: 6_000, duration: 60 });

/** A route whose path holds a token that is all it takes: `[token]/[[...signal]]`. Every failure becomes an answer. */
export function tokenRoute(handler: (token: string, request: Request, signal: readonly string[]) => Promise<Response>) {
  return async (request: Request, route: { params: Promise<{ token: string; signal?: string[] }> }): Promise<Response> => {
    try {
      const { token, signal = [] } = await route.params;
      await count(ALL_TOGETHER, 'all', 'heartbeats');
      await count(PER_TOKEN, token, 'heartbeats');
      return await handler(token, request, signal);
    } catch (error) {
      return answerError(error);
    }
  };
}
