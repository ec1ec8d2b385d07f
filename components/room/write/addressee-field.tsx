'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Input } from '@/components/ui/input';
import { SPEAKER_MAX } from '@/lib/protocol/room';
import { unitsQuery } from '@/lib/queries/units';

interface AddresseeFieldProps {
  readonly incidentId: string;
  readonly value: string;
  readonly onChange: (addressee: string) => void;
}

/** Whom a request is meant for: a unit by its call sign, or anybody by name. */
export function AddresseeField({ incidentId, value, onChange }: AddresseeFieldProps) {
  const listId = useId();
  const { data } = useQuery(unitsQuery);
  const here = (data?.items ?? []).filter((unit) => unit.incidentId === incidentId);
  return (
    <>
      <Input
        aria-label="Meant for"
        placeholder="Meant for"
        list={listId}
        autoComplete="off"
        maxLength={SPEAKER_MAX}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-7 w-40 text-sm"
      />
      <datalist id={listId}>
        {here.map(({ id, callSign }) => (
          <option key={id} value={callSign} />
        ))}
      </datalist>
    </>
  );
}
