'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLiveSeed } from '@/components/flash/live-seed';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { isOpen, navigationFor } from './navigation';

const link =
  'flex items-center rounded-md text-text-muted hover:bg-text/8 hover:text-text aria-[current=page]:text-text [&_svg]:shrink-0 [&[aria-current=page]_svg]:text-accent';

/** The pages this person may open, one under the other with their keys: the left rail. */
export function RailLinks() {
  return useLinks().map(({ href, label, icon: Icon, keys, current }) => (
    <Link key={href} href={href} aria-current={current} className={cn(link, 'h-9 gap-3 px-3 aria-[current=page]:bg-accent/15')}>
      <Icon aria-hidden size={20} />
      {label}
      <Kbd keys={keys} className="ml-auto" />
    </Link>
  ));
}

/** The same in the header: icons, and the open page by its name. */
export function HeaderLinks() {
  return useLinks().map(({ href, label, icon: Icon, keys, current }) => (
    <Tooltip key={href} label={label} keys={keys}>
      <Link href={href} aria-current={current} className={cn(link, 'h-8 gap-2 px-2 text-sm aria-[current=page]:bg-accent/15')}>
        <Icon aria-hidden size={16} />
        <span className={current ? '' : 'sr-only'}>{label}</span>
      </Link>
    </Tooltip>
  ));
}

function useLinks() {
  const { me } = useLiveSeed();
  const pathname = usePathname();
  return navigationFor(me.role).map((entry) => ({ ...entry, current: isOpen(entry, pathname) ? ('page' as const) : undefined }));
}
