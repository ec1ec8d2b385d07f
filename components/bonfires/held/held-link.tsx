'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { heldCountQuery } from '@/lib/queries/bonfires';

/** How many notices wait for a look, and the way to them. Keeps its room while none does, so that nothing moves. */
export function HeldLink() {
  const waiting = useQuery(heldCountQuery).data ?? 0;
  return (
    <Link
      href="/bonfires?view=held"
      prefetch={false}
      className={cn('figures inline-flex min-w-[23ch] items-center gap-1.5 rounded-sm font-medium text-warning underline-offset-2 hover:underline', waiting === 0 && 'invisible')}
    >
      <Shape name="triangle" size={10} />
      {waiting === 1 ? '1 notice waits for a look' : `${waiting} notices wait for a look`}
    </Link>
  );
}
