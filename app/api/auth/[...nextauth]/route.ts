import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authRequest } from '@/lib/server/auth/auth-request';
import { authOptions } from '@/lib/server/auth/options';
import { withWaitTime } from '@/lib/server/auth/wait-time';
import { answerError } from '@/lib/server/http/answer-error';

interface AuthRoute {
  readonly params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth 4: sign-in, sign-out, session, CSRF token; nothing else of it. Made per request: at build time there are no
 * settings. Refusals: 404 what is not offered, 413 a body above 8 KB, 429 too many attempts (with `Retry-After`).
 */
async function handle(request: NextRequest, route: AuthRoute): Promise<Response> {
  try {
    const { nextauth } = await route.params;
    const safe = await authRequest(request, nextauth);
    const unusedCookie = crypto.randomUUID();
    const answer = (await NextAuth(safe, { params: { nextauth } }, authOptions(unusedCookie))) as Response;
    return await withWaitTime(withoutCookie(answer, unusedCookie));
  } catch (error) {
    return answerError(error);
  }
}

function withoutCookie(answer: Response, name: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const line of answer.headers.getSetCookie()) if (!line.startsWith(name)) headers.append('set-cookie', line);
  return new Response(answer.body, { status: answer.status, headers });
}

export { handle as GET, handle as POST };
