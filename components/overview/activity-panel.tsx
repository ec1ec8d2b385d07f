'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMemo } from 'react';
import { Age } from '@/components/ui/age';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFresh } from '@/components/incidents/use-fresh';
import { cn } from '@/components/ui/cn';
import { parseWireEvent } from '@/lib/protocol/events';
import { activityQuery } from '@/lib/queries/activity';
import { joinActivities, useActivity, type Activity } from '@/stores/activity';
import { activityOf } from './activity-of';

/** What just happened, newest first: before this page was there, and since. */
export function ActivityPanel({ className }: { readonly className?: string }) {
  const heard = useActivity((state) => state.items);
  const { data: before, isPending } = useQuery(activityQuery);
  const items = useMemo(() => joinActivities(heard, (before?.events ?? []).flatMap(tell)), [heard, before]);
  return (
    <Panel title="Just now" className={className ?? ''} bodyClassName="min-h-0 overflow-y-auto">
      {items.length === 0 && !isPending ? <EmptyState>Nothing happened to incidents, units, bonfires and systems in the last 24 hours. What happens next appears here.</EmptyState> : null}
      <ul>
        {items.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} />
        ))}
      </ul>
    </Panel>
  );
}

function tell(value: unknown): Activity[] {
  const event = parseWireEvent(value);
  const told = event && activityOf(event);
  return told ? [told] : [];
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
