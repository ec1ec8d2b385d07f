'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Panel } from '@/components/ui/panel';
import { PaneStale } from './pane-stale';

interface PaneProps {
  readonly title: string;
  /** How many there are, as a number or in words; null until that is known. */
  readonly count: number | string | null;
  /** The page that shows all of it. */
  readonly page: { readonly href: string; readonly label: string };
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A part of the board beside others, which scrolls inside itself where the page has a fixed height. */
export function Pane({ title, count, page, className, children }: PaneProps) {
  return (
    <Panel
      title={title}
      note={count}
      className={cn(className)}
      bodyClassName="@container xl:min-h-0 xl:overflow-y-auto"
      actions={
        <>
          <PaneStale />
          <Button asChild size="sm" look="quiet">
            <Link href={page.href}>{page.label}</Link>
          </Button>
        </>
      }
    >
      {children}
    </Panel>
  );
}
