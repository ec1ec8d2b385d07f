import { NextResponse, type NextRequest } from 'next/server';
import { PAGE_PATH_HEADER } from '@/lib/protocol/constants';

/** Tells each page its own address, so that somebody who must sign in first comes back to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  const { pathname, searchParams } = request.nextUrl;
  const query = new URLSearchParams(searchParams);
  // Next's own mark of a request for a part of a page.
  query.delete('_rsc');
  headers.set(PAGE_PATH_HEADER, pathname + (query.size > 0 ? `?${query}` : ''));
  return NextResponse.next({ request: { headers } });
}

// Pages only: routes and streams answer for themselves, files have no reader to send back.
export const config = { matcher: ['/((?!api/|_next/|.*\\.).*)'] };
