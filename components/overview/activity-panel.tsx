'use client';

import Link from 'next/link';
import { Age } from '@/components/ui/age';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFresh } from '@/components/incidents/use-fresh';
import { cn } from '@/components/ui/cn';
import { useActivity, type Activity } from '@/stores/activity';

/** What just happened, newest first. */
export function ActivityPanel({ className }: { readonly className?: string }) {
  const items = useActivity((state) => state.items);
  return (
    <Panel title="Just now" className={className ?? ''} bodyClassName="min-h-0 overflow-y-auto">
      {items.length === 0 ? <EmptyState>What happens to incidents, units and bonfires from now on appears here.</EmptyState> : null}
      <ul>
        {items.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} />
        ))}
      </ul>
    </Panel>
  );
}

function ActivityRow({ activity: { at, subject, text, href } }: { readonly activity: Activity }) {
  const fresh = useFresh(at);
  return (
    <li className={cn('flex min-h-7 items-baseline gap-2 border-b px-3 py-1 text-sm last:border-b-0', fresh && 'animate-arrive')}>
      <Link href={href} prefetch={false} className="figures rounded-sm font-medium text-accent underline-offset-2 hover:underline">
        {subject}
      </Link>
      <span className="min-w-0 flex-1 truncate" title={text}>
        {text}
      </span>
      <Age since={at} className="text-xs text-text-muted" />
    </li>
  );
}
