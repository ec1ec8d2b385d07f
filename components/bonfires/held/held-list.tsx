'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Age } from '@/components/ui/age';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { heldBonfiresQuery } from '@/lib/queries/bonfires';
import { BanFlag } from '../ban-flag';
import { PhoneLink } from '../phone-link';
import { RowLink } from '../row-link';
import { spanWords } from '../span-words';
import { DecideButtons } from './decide-buttons';

interface HeldListProps {
  readonly selectedId: string | null;
  readonly onSelect: (bonfireId: string) => void;
}

/** The notices that wait for a look, the oldest first, to take in or to refuse one by one or together. */
export function HeldList({ selectedId, onSelect }: HeldListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { data, error, isFetching, refetch } = useQuery(heldBonfiresQuery);
  useSteadyRows(list);
  if (!data && error) return <ErrorState title="The notices that wait could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={6} label="Loading the notices that wait" />;
  const { items, waiting } = data;
  if (items.length === 0) return <EmptyState>No notice waits for a look.</EmptyState>;
  return (
    <div>
      <div className="grid gap-2 border-b px-3 py-2">
        <p className="text-sm text-text-muted">
          Many notices came in at once from the public form. These are on no other screen until somebody takes them in.
          {waiting > items.length ? ` The first ${items.length} of ${waiting} are shown.` : ''}
        </p>
        <DecideButtons ids={items.map(({ id }) => id)} what={items.length === 1 ? ' this one' : ` all ${items.length}`} />
      </div>
      <ul ref={list} aria-label="Notices that wait for a look">
        {items.map((bonfire) => (
          <HeldRow key={bonfire.id} bonfire={bonfire} selected={bonfire.id === selectedId} onSelect={onSelect} />
        ))}
      </ul>
    </div>
  );
}

interface HeldRowProps {
  readonly bonfire: Bonfire;
  readonly selected: boolean;
  readonly onSelect: (bonfireId: string) => void;
}

function HeldRow({ bonfire: { id, place, municipality, startsAt, endsAt, name, phone, material, extent, createdAt, inBanPeriod }, selected, onSelect }: HeldRowProps) {
  const title = `${place.address} · ${municipality}`;
  return (
    <li data-row={id} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-b px-3 py-2 last:border-b-0">
      <div className="grid min-w-48 flex-1 gap-0.5 text-sm">
        <RowLink bonfireId={id} title={title} selected={selected} onSelect={onSelect} className="block truncate rounded-sm font-medium focus-visible:outline-offset-0">
          {title}
        </RowLink>
        <span className="flex flex-wrap items-center gap-x-2 text-text-muted">
          <span className="figures">{spanWords(startsAt, endsAt)}</span>
          {inBanPeriod ? <BanFlag /> : null}
        </span>
        <span className="break-words text-text-muted">
          {material}, {extent}
        </span>
        <span className="flex flex-wrap gap-x-2 text-text-muted">
          {name} <PhoneLink phone={phone} /> <span>came in <Age since={createdAt} /> ago</span>
        </span>
      </div>
      <DecideButtons ids={[id]} what="" about={title} />
    </li>
  );
}
