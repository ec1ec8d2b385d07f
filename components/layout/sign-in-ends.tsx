'use client';

import { LogIn } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { formatHour } from '@/components/ui/format-time';
import { lastTick, subscribeToTicks } from '@/components/ui/ticker';
import { useConnection } from '@/stores/connection';

const SOON_MS = 15 * 60_000;

/** Whether the sign-in of this page ends within a quarter of an hour, by the server's clock. */
function useEndsSoon(): boolean {
  const endsAt = Date.parse(useLiveSeed().signedInUntil);
  const offset = useConnection((state) => state.clockOffsetMs);
  return useSyncExternalStore(subscribeToTicks, () => endsAt - (lastTick() + offset) <= SOON_MS, () => false);
}

/** Tells readers once that the sign-in ends soon. */
export function SignInWatch() {
  const { signedInUntil } = useLiveSeed();
  return (
    <p role="status" aria-label="Sign-in" className="sr-only">
      {useEndsSoon() ? words(signedInUntil) : ''}
    </p>
  );
}

interface SignInEndsProps {
  readonly className?: string;
}

/** Says a quarter of an hour before that the sign-in ends by its age, with the way to a new one: nobody is thrown out in the middle of a call. */
export function SignInEnds({ className }: SignInEndsProps) {
  const { signedInUntil } = useLiveSeed();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  if (!useEndsSoon()) return null;
  return (
    <div role="group" aria-label="Sign-in ends" className={cn('text-sm text-text-muted', className)}>
      <span>{words(signedInUntil)}</span>
      <Button asChild size="sm">
        <a href={`/sign-in?callbackUrl=${encodeURIComponent(search ? `${pathname}?${search}` : pathname)}`}>
          <LogIn aria-hidden size={16} />
          Sign in again
        </a>
      </Button>
    </div>
  );
}

function words(until: string): string {
  return `Your sign-in ends at ${formatHour(Date.parse(until))}`;
}
