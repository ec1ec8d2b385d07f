'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { isOpen, navigationFor, type NavigationEntry } from './navigation';
import { PhoneCounts } from './phone-counts';
import { useWaiting } from './use-waiting';

/** So many pages have a place of their own; the others are behind "More". */
const IN_BAR = 5;

const entry =
  'relative flex min-h-13 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-text-muted aria-[current=page]:text-text [&[aria-current=page]_svg]:text-accent focus-visible:-outline-offset-2';

/** The pages within reach of a thumb: five, and a sheet with the others and with what is on. */
export function BottomBar() {
  const { me } = useLiveSeed();
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const pages = navigationFor(me.role);
  const inBar = pages.slice(0, IN_BAR);
  const others = pages.slice(IN_BAR);
  const otherIsOpen = others.some((page) => isOpen(page, pathname));

  return (
    <nav aria-label="Pages" className="flex shrink-0 border-t bg-surface-raised pb-[env(safe-area-inset-bottom)] sm:hidden">
      {inBar.map((page) => (
        <PageLink key={page.href} page={page} current={isOpen(page, pathname)} />
      ))}
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger className={cn(entry, otherIsOpen && 'text-text [&_svg]:text-accent')}>
          <Ellipsis aria-hidden size={20} />
          More
        </PopoverTrigger>
        <PopoverContent aria-label="More pages, and what is on" side="top" sideOffset={0} className="grid w-screen max-w-[calc(100vw-16px)] gap-3 p-2">
          <PhoneCounts onLeave={() => setOpen(false)} />
          <ul className="grid grid-cols-2 gap-1">
            {others.map(({ href, label, icon: Icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={pathname === href ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                  className="flex h-12 items-center gap-3 rounded-md px-3 text-base hover:bg-text/8 aria-[current=page]:bg-accent/15"
                >
                  <Icon aria-hidden size={20} className="text-text-muted" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </PopoverContent>
      </Popover>
    </nav>
  );
}

interface PageLinkProps {
  readonly page: NavigationEntry;
  readonly current: boolean;
}

function PageLink({ page: { href, label, icon: Icon }, current }: PageLinkProps) {
  const { fresh, freshP1 } = useWaiting();
  const waiting = href === '/incidents' ? fresh : 0;
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className={entry}>
      <Icon aria-hidden size={20} />
      {label}
      {waiting > 0 ? (
        <span
          className={cn(
            'figures absolute top-1 left-1/2 ml-2 rounded-sm px-1 text-[11px] leading-4 font-semibold',
            freshP1 > 0 ? 'bg-critical-fill text-on-critical' : 'bg-warning text-surface',
          )}
        >
          {waiting > 99 ? '99+' : waiting}
          <span className="sr-only"> new</span>
        </span>
      ) : null}
    </Link>
  );
}
