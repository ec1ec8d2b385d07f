'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INCIDENT_STATUS_LOOK } from '@/components/incidents/incident-status-look';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { useOpenTotals } from '@/components/incidents/use-open-totals';
import { TONE_TEXT } from '@/components/ui/tone-text';
import { OPEN_STATUSES, PRIORITIES } from '@/lib/protocol/incident';
import { openBonfiresQuery } from '@/lib/queries/bonfires';
import { burning, countByPriority, countByStatus } from './counts';
import { CountLink } from './count-link';
import { Waiting } from './waiting';

/** How many of what: by priority, by status, and what waits for a person. */
export function CountsStrip() {
  const totals = useOpenTotals();
  const byPriority = countByPriority(totals);
  const byStatus = countByStatus(totals);
  const { active, overdue } = burning(useQuery(openBonfiresQuery).data?.items ?? []);

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 rounded-md max-sm:gap-x-1 border bg-surface-raised px-2 py-1">
      <Group label="Open incidents by priority">
        {PRIORITIES.map((priority) => (
          <CountLink key={priority} href={`/incidents?priority=${priority}`} shape={PRIORITY_LOOK[priority].shape} text={PRIORITY_LOOK[priority].text} count={byPriority[priority]}>
            {priority}
          </CountLink>
        ))}
      </Group>
      <Group label="Open incidents by status">
        {OPEN_STATUSES.map((status) => {
          const { shape, tone, word } = INCIDENT_STATUS_LOOK[status];
          return (
            <CountLink key={status} href={`/incidents?view=${status}`} shape={shape} text={TONE_TEXT[tone]} count={byStatus[status]}>
              {word}
            </CountLink>
          );
        })}
      </Group>
      <Group label="Bonfires">
        <CountLink href="/bonfires" shape="disc" text="text-info" count={active.length + overdue.length}>
          {active.length + overdue.length === 1 ? 'bonfire burns' : 'bonfires burn'}
        </CountLink>
      </Group>
      <Waiting overdue={overdue} />
    </div>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="flex flex-wrap items-center max-sm:contents">
      {children}
    </ul>
  );
}
