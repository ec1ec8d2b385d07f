import 'server-only';
import { timingSafeEqual } from 'node:crypto';

/** Whether a request bears this secret as `Authorization: Bearer …`. Never true without a secret. */
export function bears(request: Request, secret: string | null): boolean {
  if (!secret) return false;
  const [given, wanted] = [request.headers.get('authorization') ?? '', `Bearer ${secret}`].map((text) => Buffer.from(text));
  return given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A route for programs that bear a secret, and for people by the other way in. */
export function bearerOr<R extends Request, A extends unknown[]>(
  secret: () => string | null,
  withSecret: () => Promise<Response>,
  otherwise: (request: R, ...rest: A) => Promise<Response>,
): (request: R, ...rest: A) => Promise<Response> {
  return (request, ...rest) => (bears(request, secret()) ? withSecret() : otherwise(request, ...rest));
}
