'use client';

import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '@/components/ui/checkbox';
import { unitsQuery } from '@/lib/queries/units';

interface ReleaseUnitsProps {
  readonly incidentId: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** The units that are still assigned to an incident about to end, and the offer to release them. */
export function ReleaseUnits({ incidentId, checked, onChange }: ReleaseUnitsProps) {
  const { data } = useQuery(unitsQuery);
  const units = (data?.items ?? []).filter((unit) => unit.incidentId === incidentId);
  if (units.length === 0) return <p className="self-end pb-1.5 text-sm text-text-muted">No unit is assigned any more.</p>;
  return (
    <div className="grid gap-1 text-sm">
      <p>Still assigned: {units.map(({ callSign }) => callSign).join(', ')}</p>
      <label className="flex items-center gap-2">
        <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)} />
        Release all
      </label>
    </div>
  );
}
