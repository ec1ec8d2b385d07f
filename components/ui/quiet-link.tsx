import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from './button';

interface QuietLinkProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A link to another page that stands among the small buttons of a head. */
export function QuietLink({ href, icon: Icon, children }: QuietLinkProps) {
  return (
    <Button asChild size="sm" look="quiet">
      <Link href={href}>
        <Icon aria-hidden size={16} />
        {children}
      </Link>
    </Button>
  );
}
