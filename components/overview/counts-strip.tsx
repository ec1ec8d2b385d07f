'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INCIDENT_STATUS_LOOK } from '@/components/incidents/incident-status-look';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { useOpenTotals } from '@/components/incidents/use-open-totals';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import { OPEN_STATUSES, PRIORITIES } from '@/lib/protocol/incident';
import { openBonfiresQuery } from '@/lib/queries/bonfires';
import { burning, countByPriority, countByStatus } from './counts';
import { CountLink } from './count-link';
import { useHeldPlaces } from './use-held-places';
import { useWaitingCounts } from './use-waiting-counts';

/** How many of what: what waits for a person, by priority, by status. One line however much there is; what there is none of is not said. */
export function CountsStrip() {
  const totals = useOpenTotals();
  const byPriority = countByPriority(totals);
  const byStatus = countByStatus(totals);
  const { active, overdue } = burning(useQuery(openBonfiresQuery).data?.items ?? []);
  const { messages, late } = useWaitingCounts();
  const burns = active.length + overdue.length;
  const counts: readonly (readonly [key: string, count: number])[] = [
    ['messages', messages],
    ['late', late],
    ['overdue', overdue.length],
    ...PRIORITIES.map((priority) => [priority, byPriority[priority]] as const),
    ...OPEN_STATUSES.map((status) => [status, byStatus[status]] as const),
    ['burns', burns],
  ];
  const shown = counts.filter(([, count]) => count > 0).map(([key]) => key);
  const places = useHeldPlaces(shown);
  const waits = <Shape name="triangle" size={10} className="text-warning" />;

  return (
    <div
      role="group"
      aria-label="How many"
      className="relative flex h-9.5 items-center gap-x-1 overflow-x-auto overflow-y-hidden rounded-md border bg-surface-raised px-2 [scrollbar-width:none] pointer-coarse:h-11"
    >
      {shown.length === 0 ? <p className="absolute left-3.5 text-sm text-text-muted">Nothing is open and nothing waits.</p> : null}
      <Group label="Waiting for somebody">
        <CountLink href="#live-messages" mark={waits} count={messages} place={places.get('messages')}>
          to acknowledge
        </CountLink>
        <CountLink href="/units" mark={waits} count={late} place={places.get('late')}>
          {late === 1 ? 'unit over its time' : 'units over their time'}
        </CountLink>
        <CountLink href="/bonfires" mark={waits} count={overdue.length} place={places.get('overdue')}>
          {overdue.length === 1 ? 'bonfire overdue' : 'bonfires overdue'}
        </CountLink>
      </Group>
      <Group label="Open incidents by priority">
        {PRIORITIES.map((priority) => (
          <CountLink key={priority} href={`/incidents?priority=${priority}`} mark={<PriorityMark priority={priority} />} count={byPriority[priority]} place={places.get(priority)} />
        ))}
      </Group>
      <Group label="Open incidents by status">
        {OPEN_STATUSES.map((status) => {
          const { shape, tone, word } = INCIDENT_STATUS_LOOK[status];
          return (
            <CountLink key={status} href={`/incidents?view=${status}`} mark={<Shape name={shape} size={10} className={TONE_TEXT[tone]} />} count={byStatus[status]} place={places.get(status)}>
              {word}
            </CountLink>
          );
        })}
      </Group>
      <Group label="Bonfires">
        <CountLink href="/bonfires" mark={<Shape name="play" size={10} className="text-info" />} count={burns} place={places.get('burns')}>
          {burns === 1 ? 'bonfire burns' : 'bonfires burn'}
        </CountLink>
      </Group>
    </div>
  );
}

/** A list to readers; its counts stand in the one row of all. */
function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="contents">
      {children}
    </ul>
  );
}
