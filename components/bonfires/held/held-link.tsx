'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { heldCountQuery } from '@/lib/queries/bonfires';

interface HeldLinkProps {
  /** In few letters, for the head of a narrow panel. */
  readonly short?: boolean;
}

/** How many notices wait for a look, and the way to them. Keeps its room while none does, so that nothing moves. */
export function HeldLink({ short = false }: HeldLinkProps) {
  const waiting = useQuery(heldCountQuery).data ?? 0;
  const words = waiting === 1 ? '1 notice waits for a look' : `${waiting} notices wait for a look`;
  return (
    <Link
      href="/bonfires?view=held"
      prefetch={false}
      aria-label={words}
      title={words}
      className={cn('figures inline-flex items-center gap-1.5 rounded-sm font-medium text-warning underline-offset-2 hover:underline', short ? 'min-w-[8ch]' : 'min-w-[23ch]', waiting === 0 && 'invisible')}
    >
      <Shape name="triangle" size={10} />
      {short ? `${waiting} held` : words}
    </Link>
  );
}
