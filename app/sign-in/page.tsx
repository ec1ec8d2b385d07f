import type { Metadata } from 'next';
import { BrandName } from '@/components/layout/brand';
import { safePath } from '@/lib/core/safe-path';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { isDemo } from '@/lib/server/env';
import { DEMO_ACCOUNTS } from './demo-accounts';

export const metadata: Metadata = { title: 'Sign in' };

// Whether this is a demo is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams;
  return (
    <div className="relative isolate grid min-h-dvh place-items-center overflow-hidden p-4">
      <Rings />
      <main className="floating grid w-full max-w-108 gap-6 p-6 sm:p-8">
        <div className="grid gap-1">
          <BrandName />
          <h1 className="mt-4 text-lg font-semibold">Sign in to the board</h1>
          <p className="text-sm text-text-muted">Every sign-in is on the record of the room.</p>
        </div>
        <SignInForm target={safePath(typeof callbackUrl === 'string' ? callbackUrl : null)} demoAccounts={isDemo() ? DEMO_ACCOUNTS : []} />
      </main>
    </div>
  );
}

function Rings() {
  return (
    <svg aria-hidden viewBox="-500 -500 1000 1000" className="absolute top-1/2 left-1/2 -z-10 size-[1400px] -translate-x-1/2 -translate-y-1/2 fill-none stroke-line">
      {[180, 260, 340, 420, 498].map((radius) => (
        <circle key={radius} r={radius} />
      ))}
      {Array.from({ length: 60 }, (_, tick) => (
        <line key={tick} y1={-340} y2={tick % 5 === 0 ? -322 : -332} transform={`rotate(${tick * 6})`} />
      ))}
    </svg>
  );
}
