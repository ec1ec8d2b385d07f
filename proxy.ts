import { NextResponse, type NextRequest } from 'next/server';
import { PAGE_PATH_HEADER } from '@/lib/protocol/constants';
import { refusal } from '@/lib/protocol/refusal';

/** Refuses a path that no text can be read from, such as `/%ff`, and tells each page its own address, so that somebody who must sign in first comes back to it. */
export function proxy(request: NextRequest): Response {
  const { pathname, searchParams } = request.nextUrl;
  if (!isReadable(pathname)) return refusal('malformed', 'This address has characters that cannot be read. Check how it was written.');
  // Routes and streams answer for themselves, files have no reader to send back.
  if (/^\/(?:api|_next)\/|\./.test(pathname)) return NextResponse.next();
  const headers = new Headers(request.headers);
  const query = new URLSearchParams(searchParams);
  // Next's own mark of a request for a part of a page.
  query.delete('_rsc');
  headers.set(PAGE_PATH_HEADER, pathname + (query.size > 0 ? `?${query}` : ''));
  return NextResponse.next({ request: { headers } });
}

/** Every path can hold what cannot be read; a plain one is spared the way through here unless a page may be behind it. */
export const config = { matcher: ['/((?!api/|_next/|.*\\.).*)', '/(.*%.*)'] };

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
