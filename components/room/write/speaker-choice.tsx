'use client';

import { useQuery } from '@tanstack/react-query';
import { Select } from '@/components/ui/select';
import type { Incident } from '@/lib/protocol/incident';
import { unitsQuery } from '@/lib/queries/units';

interface SpeakerChoiceProps {
  readonly incident: Pick<Incident, 'id' | 'reporter'>;
  readonly value: string;
  readonly onChange: (speaker: string) => void;
}

/** Whose words these are: one's own, the caller's, or a unit's over the radio. */
export function SpeakerChoice({ incident, value, onChange }: SpeakerChoiceProps) {
  const { data } = useQuery(unitsQuery);
  const units = data?.items ?? [];
  const here = units.filter(({ incidentId }) => incidentId === incident.id);
  const others = units.filter(({ incidentId }) => incidentId !== incident.id);
  const options = (list: typeof units) =>
    list.map(({ id, callSign }) => (
      <option key={id} value={`unit:${callSign}`}>
        {callSign}
      </option>
    ));
  return (
    <Select aria-label="Speaker" value={value} onChange={(event) => onChange(event.target.value)} className="[&>select]:h-7 [&>select]:text-sm">
      <option value="">Yourself</option>
      <option value="caller">Caller{incident.reporter ? `, ${incident.reporter}` : ''}</option>
      {value.startsWith('unit:') && !units.some(({ callSign }) => `unit:${callSign}` === value) ? <option value={value}>{value.slice('unit:'.length)}</option> : null}
      {here.length > 0 ? <optgroup label="Assigned">{options(here)}</optgroup> : null}
      {others.length > 0 ? <optgroup label="Other units">{options(others)}</optgroup> : null}
    </Select>
  );
}
