import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../errors';
import { answerError } from './answer-error';
import { bears } from './bearer';
import { count } from './count';
import { readJson } from './read-json';

const PER_ROUTE = new RateLimiterMemory({ keyPrefix: 'secret', points: 600, duration: 60 });

/** A route for a program that bears a secret (`Authorization: Bearer …`) and sends JSON. Without the setting it is closed. */
export function secretRoute(name: string, secret: () => string | null, maxBytes: number, handler: (body: unknown) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (!bears(request, secret())) throw new AppError('unauthenticated', 'This address is for a program that bears its secret.');
      await count(PER_ROUTE, name, 'requests');
      return await handler(await readJson(request, maxBytes));
    } catch (error) {
      return answerError(error);
    }
  };
}
