import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { cache } from 'react';
import type { Me } from '@/lib/protocol/answers';
import { safePath } from '@/lib/core/safe-path';
import { PAGE_PATH_HEADER } from '@/lib/protocol/constants';
import { can, type Permission } from '@/lib/protocol/permissions';
import { holdsUntil, readSessionToken } from '@/lib/realtime/session-check';
import { serverSettings } from '../env';
import { userOfToken } from './current-user';

// A page has no request object; its headers are all that the session token is read from.
const readPageToken = cache(async () => readSessionToken(new NextRequest('http://page.invalid', { headers: await headers() }), serverSettings()));

const readPageUser = cache(async (): Promise<Me | null> => {
  const token = await readPageToken();
  return token && userOfToken(token);
});

/** When the sign-in of this page ends by its age, ISO 8601; now, if nobody is signed in. */
export async function pageSignInEnds(): Promise<string> {
  const token = await readPageToken();
  return new Date(token ? holdsUntil(token, serverSettings()) : Date.now()).toISOString();
}

/** The user of a page. Sends others to the sign-in page, from where they come back; a page that their role may not see does not exist for them. */
export async function requirePageUser(permission: Permission = 'board.read'): Promise<Me> {
  const me = await readPageUser();
  if (!me) {
    const wanted = safePath((await headers()).get(PAGE_PATH_HEADER));
    redirect(wanted === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
  }
  if (!can(me.role, permission)) notFound();
  return me;
}
