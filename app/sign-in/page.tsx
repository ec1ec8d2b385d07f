import type { Metadata } from 'next';
import Link from 'next/link';
import { FrontPage } from '@/components/sign-in/front-page';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { safePath } from '@/lib/core/safe-path';
import { isDemo } from '@/lib/server/env';
import { hasPeople } from '@/lib/server/services/users/people';
import { DEMO_ACCOUNTS } from './demo-accounts';

export const metadata: Metadata = { title: 'Sign in' };

// Whether this is a demo is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[]; readonly made?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, made } = await searchParams;
  // Signing in is what this page is for, also while the database cannot say whether anybody can.
  const hasAccounts = await hasPeople().catch(() => true);
  return (
    <FrontPage title="Sign in to the board" lead="Every sign-in is on the record of the room.">
      {hasAccounts && made === 'admin' ? (
        <Notice tone="ok" announce={false}>
          Your account is there. Sign in with the e-mail and the password that you have just chosen.
        </Notice>
      ) : null}
      {hasAccounts ? null : (
        <Notice tone="info" announce={false}>
          Nobody can sign in here yet. <Link href="/first-run" className="underline">Make the first admin</Link> with the token that the start of Watchroom has printed.
        </Notice>
      )}
      <SignInForm target={safePath(typeof callbackUrl === 'string' ? callbackUrl : null)} demoAccounts={isDemo() ? DEMO_ACCOUNTS : []} />
    </FrontPage>
  );
}
