'use client';

import { cn } from '@/components/ui/cn';
import { Td } from '@/components/ui/table';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { BanFlag } from '../ban-flag';
import { PhoneLink } from '../phone-link';
import { RowLink } from '../row-link';
import { spanWords } from '../span-words';
import { StatePill } from '../state-pill';

interface BonfireRowProps {
  readonly bonfire: Bonfire;
  readonly selected: boolean;
  readonly onSelect: (bonfireId: string) => void;
}

/** One notice of the list. */
export function BonfireRow({ bonfire, selected, onSelect }: BonfireRowProps) {
  const { id, name, phone, place, municipality, startsAt, endsAt, inBanPeriod } = bonfire;
  const span = <span className="figures">{spanWords(startsAt, endsAt)}</span>;
  return (
    <tr data-row={id} onClick={() => onSelect(id)} className={cn('cursor-pointer hover:bg-text/5', selected && 'bg-text/8 hover:bg-text/8 [&>td:first-child]:shadow-[inset_3px_0_0_var(--accent)]')}>
      <Td className="w-0 align-top @min-[720px]:align-middle">
        <span className="flex flex-wrap items-center gap-1 py-1">
          <StatePill bonfire={bonfire} />
          {inBanPeriod ? <BanFlag /> : null}
        </span>
      </Td>
      <Td className="w-full max-w-0">
        <RowLink bonfireId={id} title={`${place.address} · ${municipality}`} selected={selected} onSelect={onSelect} className="block truncate rounded-sm py-0.5 font-medium focus-visible:outline-offset-0">
          {place.address}
          <span className="font-normal text-text-muted"> · {municipality}</span>
        </RowLink>
        <span className="block truncate pb-1 text-xs text-text-muted @min-[720px]:hidden">
          {name === null ? span : `${span} · ${name}`}
        </span>
      </Td>
      <Td className="w-0 @max-[720px]:hidden">{span}</Td>
      <Td className="max-w-40 truncate text-text-muted @max-[960px]:hidden">{name}</Td>
      <Td className="w-0 @max-[560px]:hidden" onClick={(event) => event.stopPropagation()}>
        <PhoneLink phone={phone} />
      </Td>
    </tr>
  );
}
