'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Timestamp } from '@/components/ui/timestamp';
import { Withheld } from '@/components/ui/withheld';
import { bonfirePlace, bonfireReference, type Bonfire } from '@/lib/protocol/bonfire';
import { can, type Role } from '@/lib/protocol/permissions';
import { BanFlag } from '../ban-flag';
import { PhoneLink } from '../phone-link';
import { spanWords } from '../span-words';
import { StatePill } from '../state-pill';
import type { useChosenBonfire } from '../use-chosen-bonfire';
import { DecideButtons } from '../held/decide-buttons';
import { Actions } from './actions';

interface BonfireDetailProps {
  readonly chosen: ReturnType<typeof useChosenBonfire>;
  readonly role: Role;
  readonly onClose: () => void;
}

/** Everything one notice says, and what can be done to it. */
export function BonfireDetail({ chosen: { data, error, isFetching, refetch }, role, onClose }: BonfireDetailProps) {
  const bonfire = data?.bonfire;
  return (
    <Panel
      title="Notice"
      note={bonfire ? bonfireReference(bonfire.id) : null}
      actions={
        <Button size="sm" look="quiet" onClick={onClose} aria-keyshortcuts="Escape">
          <X aria-hidden size={16} /> Hide <Kbd keys="Esc" />
        </Button>
      }
    >
      {!bonfire && error ? <ErrorState title="The notice could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!bonfire && !error ? <SkeletonRows rows={10} label="Loading the notice" /> : null}
      {bonfire ? <Body bonfire={bonfire} role={role} /> : null}
    </Panel>
  );
}

function Body({ bonfire, role }: { readonly bonfire: Bonfire; readonly role: Role }) {
  const { place, incidentId, statusReason, source, createdBy } = bonfire;
  return (
    <div className="grid gap-3 p-3">
      <div className="flex flex-wrap items-center gap-2">
        <StatePill bonfire={bonfire} />
        {bonfire.inBanPeriod ? <BanFlag /> : null}
        {statusReason ? <span className="text-sm break-words text-text-muted">{statusReason}</span> : null}
      </div>
      {bonfire.held && can(role, 'bonfires.write') ? <DecideButtons key={bonfire.id} ids={[bonfire.id]} what="" /> : null}
      {!bonfire.held && can(role, 'bonfires.write') ? <Actions key={bonfire.id} bonfire={bonfire} role={role} /> : null}
      {incidentId ? (
        <p className="text-sm">
          <Link href={`/incidents/${encodeURIComponent(incidentId)}`} className="rounded-sm font-medium text-accent underline-offset-2 hover:underline">
            Open the incident it became
          </Link>
        </p>
      ) : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <Line label="Place">
          {bonfirePlace(bonfire)}
          {place.lat !== null && place.lng !== null ? <span className="figures text-text-muted"> · {place.lat}, {place.lng}</span> : null}
        </Line>
        <Line label="When">
          <span className="figures">{spanWords(bonfire.startsAt, bonfire.endsAt)}</span> <span className="text-text-muted">Norwegian time</span>
        </Line>
        <Line label="Name">{bonfire.name ?? <Withheld />}</Line>
        <Line label="Phone">
          <PhoneLink phone={bonfire.phone} />
        </Line>
        <Line label="Responsible">{bonfire.responsible ?? <Withheld />}</Line>
        <Line label="Material">{bonfire.material}</Line>
        <Line label="Extent">{bonfire.extent}</Line>
        <Line label="To put it out">{bonfire.extinguishing}</Line>
        <Line label="Landowner">{bonfire.landownerConsent ? 'Has agreed' : 'Not said to have agreed'}</Line>
        <Line label="Came in">
          <Timestamp at={bonfire.createdAt} /> {source === 'public' ? 'from the public form' : `taken by ${createdBy?.name ?? 'somebody unknown'}`}
        </Line>
      </dl>
    </div>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
