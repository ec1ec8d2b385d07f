import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FirstRunForm } from '@/components/first-run/first-run-form';
import { FrontPage } from '@/components/sign-in/front-page';
import { hasPeople } from '@/lib/server/services/users/people';

export const metadata: Metadata = { title: 'First admin' };

// It is there only for as long as nobody can sign in.
export const dynamic = 'force-dynamic';

/** Where the first admin of a new board is made. */
export default async function FirstRunPage() {
  if (await hasPeople()) notFound();
  return (
    <FrontPage title="Make the first admin" lead="Nobody can sign in at this board yet. The first admin makes the accounts of the others.">
      <FirstRunForm />
    </FrontPage>
  );
}
