import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { cache } from 'react';
import type { Me } from '@/lib/protocol/answers';
import { safePath } from '@/lib/core/safe-path';
import { PAGE_PATH_HEADER } from '@/lib/protocol/constants';
import { can, type Permission } from '@/lib/protocol/permissions';
import { currentUser } from './current-user';

// A page has no request object; its headers are all that the session token is read from.
const readPageUser = cache(async (): Promise<Me | null> =>
  currentUser(new NextRequest('http://page.invalid', { headers: await headers() })),
);

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
