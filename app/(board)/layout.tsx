import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { HIDDEN_COOKIE, parseHidden } from '@/components/flash/hidden-cookie';
import { AppFrame } from '@/components/layout/app-frame';
import { AppProviders } from '@/components/providers/app-providers';
import { pageSignInEnds, requirePageUser } from '@/lib/server/auth/page-user';
import { getBoardSnapshot } from '@/lib/server/services/board/snapshot';

/** Every page of the board: signed in, with its first state, inside the frame. */
export default async function BoardLayout({ children }: { readonly children: ReactNode }) {
  const me = await requirePageUser();
  const snapshot = await getBoardSnapshot(me);
  const hidden = parseHidden((await cookies()).get(HIDDEN_COOKIE)?.value);
  return (
    <AppProviders snapshot={snapshot}>
      <AppFrame seed={{ me, signedInUntil: await pageSignInEnds(), flash: snapshot.flash, serverTime: snapshot.serverTime, hidden }}>{children}</AppFrame>
    </AppProviders>
  );
}
