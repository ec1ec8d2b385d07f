'use client';

import { Select } from '@/components/ui/select';
import { STATUS_LOOK } from '@/components/flash/status-look';
import { flashStatusSchema, type FlashStatus } from '@/lib/protocol/flash';

const OFFERED: readonly FlashStatus[] = ['live', 'scheduled', 'expired', 'recalled', 'superseded', 'cancelled'];

/** Reads the filter from the address; anything else shows all. */
export function parseStatus(text: string | null): FlashStatus | null {
  const parsed = flashStatusSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

interface StatusFilterProps {
  readonly value: FlashStatus | null;
  readonly onChange: (status: FlashStatus | null) => void;
}

/** Which messages the history shows. */
export function StatusFilter({ value, onChange }: StatusFilterProps) {
  return (
    <Select aria-label="Show messages that are" value={value ?? ''} onChange={(event) => onChange(parseStatus(event.target.value))} className="[&>select]:h-7 [&>select]:text-sm">
      <option value="">All</option>
      {OFFERED.map((status) => (
        <option key={status} value={status}>
          {STATUS_LOOK[status].word}
        </option>
      ))}
    </Select>
  );
}
