import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/server/auth/options';

interface AuthRoute {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** next-auth 4: sign-in, sign-out, session, CSRF token. Made per request: at build time there are no settings. */
function handle(request: NextRequest, route: AuthRoute): Promise<Response> {
  return NextAuth(request, route, authOptions()) as Promise<Response>;
}

export { handle as GET, handle as POST };
