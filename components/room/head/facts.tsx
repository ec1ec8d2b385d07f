'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { TYPE_WORDS } from '@/components/incidents/type-words';
import { Age } from '@/components/ui/age';
import { formatDuration } from '@/components/ui/format-time';
import { Timestamp } from '@/components/ui/timestamp';
import { Withheld } from '@/components/ui/withheld';
import type { Me } from '@/lib/protocol/answers';
import { bonfireReference } from '@/lib/protocol/bonfire';
import type { Incident } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { placeWords } from '@/lib/protocol/place';
import { DISPOSITION_WORDS } from './actions';
import { TakeOver } from './take-over';

interface FactsProps {
  readonly incident: Incident;
  readonly me: Me;
  /** Whether this person may change it as it stands. */
  readonly canEdit: boolean;
}

/** What is known about an incident, in one line that wraps. */
export function Facts({ incident, me, canEdit }: FactsProps) {
  const { role } = me;
  const { type, location, reporter, owner, createdAt, disposition, mergedIntoId } = incident;
  const notice = incident.source === 'bonfire' ? incident.externalId : null;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <Fact label="Type">{TYPE_WORDS[type]}</Fact>
      <Fact label={location?.address === null ? 'Position' : 'Address'}>{placeWords(location) ?? 'not known'}</Fact>
      <Fact label="Reporter">{reporter ?? (can(role, 'contacts.read') ? 'not known' : <Withheld />)}</Fact>
      <Fact label="Owner">
        <span className="flex flex-wrap items-baseline">
          {owner?.name ?? 'nobody'}
          {canEdit && owner?.id !== me.id ? <TakeOver incident={incident} me={me} /> : null}
        </span>
      </Fact>
      <Fact label="Came in">
        <Timestamp at={createdAt} />, <Lasted incident={incident} />
      </Fact>
      {notice ? (
        <Fact label="Bonfire notice">
          <Link href={`/bonfires?bonfire=${encodeURIComponent(notice)}`} className="figures underline">
            {bonfireReference(notice)}
          </Link>
        </Fact>
      ) : null}
      {disposition ? <Fact label="Ended as">{DISPOSITION_WORDS[disposition]}</Fact> : null}
      {mergedIntoId ? (
        <Fact label="Merged into">
          <Link href={`/incidents/${mergedIntoId}`} className="underline">
            the other incident
          </Link>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="text-text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

// What has ended for good has stopped counting.
function Lasted({ incident: { createdAt, closedAt, status, statusSince } }: { readonly incident: Incident }) {
  const endedAt = closedAt ?? (status === 'cancelled' || status === 'merged' ? statusSince : null);
  if (!endedAt) return <><Age since={createdAt} /> ago</>;
  return <span className="figures">lasted {formatDuration(Date.parse(endedAt) - Date.parse(createdAt))}</span>;
}
