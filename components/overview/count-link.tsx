import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Shape, type ShapeName } from '@/components/ui/shape';

interface CountLinkProps {
  readonly href: string;
  readonly shape: ShapeName;
  readonly count: number;
  /** Colour of the shape while there is something to count. */
  readonly text: string;
  readonly children: ReactNode;
}

/** How many there are of something, and the way to them. Calm at zero; its place stays. */
export function CountLink({ href, shape, count, text, children }: CountLinkProps) {
  return (
    <li>
      <Link href={href} prefetch={false} className={cn('figures flex h-7 items-center gap-1.5 rounded-sm px-1.5 text-sm hover:bg-text/8 pointer-coarse:h-9', count === 0 && 'text-text-muted')}>
        <Shape name={shape} size={10} className={count > 0 ? text : ''} />
        <span className={cn('min-w-4 text-right', count > 0 && 'font-semibold')}>{count}</span>
        {children}
      </Link>
    </li>
  );
}
