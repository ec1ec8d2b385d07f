import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface CountLinkProps {
  readonly href: string;
  /** Stands before the figure: a shape, a priority. */
  readonly mark: ReactNode;
  readonly count: number;
  /** Its place in the row; undefined for what there was none of since the page was loaded. */
  readonly place: number | undefined;
  readonly children?: ReactNode;
}

/** How many there are of something, and the way to them. A zero is not said; a place that was taken stays. */
export function CountLink({ href, mark, count, place, children }: CountLinkProps) {
  if (place === undefined) return null;
  return (
    <li className={cn('shrink-0', count === 0 && 'invisible')} style={{ order: place }}>
      <Link href={href} prefetch={false} className="figures flex h-7 items-center gap-1.5 rounded-sm px-1.5 text-sm whitespace-nowrap hover:bg-text/8 focus-visible:-outline-offset-2 pointer-coarse:h-9">
        {mark}
        <span className="min-w-[2ch] font-semibold">{count}</span>
        {children}
      </Link>
    </li>
  );
}
