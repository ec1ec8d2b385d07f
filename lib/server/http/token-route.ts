import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { notFound } from '../errors';
import { answerError } from './answer-error';
import { clientAddress } from './client-address';
import { count } from './count';
import { addressBudget } from './ip-address';

/** Heartbeats of one address; a service that sends more than one a second has lost its way. */
const PER_TOKEN = new RateLimiterMemory({ keyPrefix: 'token', points: 60, duration: 60 });
/** Tokens that name nothing, by who tried them: a known token is never refused for what others try. */
const MISSES = new RateLimiterMemory({ keyPrefix: 'token-miss', points: 60, duration: 60 });

interface TokenRules {
  /** What the token opens, as a refusal names it: "This heartbeat address". */
  readonly what: string;
  readonly isKnown: (token: string) => Promise<boolean>;
}

type TokenHandler = (token: string, request: Request, signal: readonly string[]) => Promise<Response>;

/** A route whose path holds a token that is all it takes: `[token]/[[...signal]]`. Every failure becomes an answer. */
export function tokenRoute({ what, isKnown }: TokenRules, handler: TokenHandler) {
  return async (request: Request, route: { params: Promise<{ token: string; signal?: string[] }> }): Promise<Response> => {
    try {
      const { token, signal = [] } = await route.params;
      if (!(await isKnown(token))) {
        await count(MISSES, addressBudget(clientAddress(request.headers)), 'wrong addresses');
        throw notFound(what);
      }
      await count(PER_TOKEN, token, 'heartbeats');
      return await handler(token, request, signal);
    } catch (error) {
      return answerError(error);
    }
  };
}
