import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authRequest } from '@/lib/server/auth/auth-request';
import { authOptions } from '@/lib/server/auth/options';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { endSession } from '@/lib/server/auth/end-session';
import { holdRefusal } from '@/lib/server/auth/held-refusals';
import type { SignInSource } from '@/lib/server/auth/verify-credentials';
import { withWaitTime } from '@/lib/server/auth/wait-time';
import { answerError } from '@/lib/server/http/answer-error';
import { clientAddress } from '@/lib/server/http/client-address';
import { json } from '@/lib/server/http/route';

interface AuthRoute {
  readonly params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth 4: sign-in, sign-out, session, CSRF token; nothing else of it. Made per request: at build time there are no
 * settings. Signing out ends the session on the server. Refusals: 404 what is not offered, 413 a body above 8 KB, 429 too
 * many attempts (with `Retry-After`, and a second late), 503 a sign-out that could not be written down.
 */
async function handle(request: NextRequest, route: AuthRoute): Promise<Response> {
  try {
    const { nextauth } = await route.params;
    const safe = await authRequest(request, nextauth);
    if (nextauth.join('/') === 'session' && !(await currentViewer(safe))) return json({});
    const unusedCookie = crypto.randomUUID();
    let failure: unknown = null;
    // next-auth passes over what fails here, and would say that the sign-out is done.
    const onSignOut = (token: unknown) => endSession(token, sourceOf(request.headers)).catch((error: unknown) => void (failure = error));
    const answer = (await NextAuth(safe, { params: { nextauth } }, authOptions({ unusedCookie, onSignOut }))) as Response;
    if (failure) throw failure;
    return await holdRefusal(await withWaitTime(withoutCookie(answer, unusedCookie)));
  } catch (error) {
    return answerError(error);
  }
}

function sourceOf(headers: Headers): SignInSource {
  return { ip: clientAddress(headers), userAgent: headers.get('user-agent') };
}

function withoutCookie(answer: Response, name: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const line of answer.headers.getSetCookie()) if (!line.startsWith(name)) headers.append('set-cookie', line);
  return new Response(answer.body, { status: answer.status, headers });
}

export { handle as GET, handle as POST };
