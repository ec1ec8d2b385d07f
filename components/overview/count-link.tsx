import Link from 'next/link';
import type { ReactNode } from 'react';

interface CountLinkProps {
  readonly href: string;
  /** Stands before the figure: a shape, a priority. */
  readonly mark: ReactNode;
  readonly count: number;
  readonly children?: ReactNode;
}

/** How many there are of something, and the way to them. Nothing where there is none. */
export function CountLink({ href, mark, count, children }: CountLinkProps) {
  if (count === 0) return null;
  return (
    <li className="shrink-0">
      <Link href={href} prefetch={false} className="figures flex h-7 items-center gap-1.5 rounded-sm px-1.5 text-sm whitespace-nowrap hover:bg-text/8 focus-visible:-outline-offset-2 pointer-coarse:h-9">
        {mark}
        <span className="font-semibold">{count}</span>
        {children}
      </Link>
    </li>
  );
}
