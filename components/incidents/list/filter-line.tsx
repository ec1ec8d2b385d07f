'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { useKey } from '@/components/ui/keys/use-key';
import { Select } from '@/components/ui/select';
import { INCIDENT_STATUSES, INCIDENT_TYPES, PRIORITIES } from '@/lib/protocol/incident';
import { incidentFilterSchema, INCIDENT_SORTS, type IncidentFilter } from '@/lib/protocol/incident-filter';
import { INCIDENT_STATUS_LOOK } from '../incident-status-look';
import { TYPE_WORDS } from '../type-words';
import { isNarrowed } from './incident-address';
import type { FilterPatch } from './use-incident-filter';

/** How long somebody pauses before what they typed is looked for, in milliseconds. */
const TYPING_PAUSE_MS = 250;
const SORT_WORDS: Readonly<Record<IncidentFilter['sort'], string>> = { newest: 'Newest first', oldest: 'Oldest first', priority: 'By priority' };
const small = '[&>select]:h-7 [&>select]:text-sm';
const { shape } = incidentFilterSchema;

interface FilterLineProps {
  readonly filter: IncidentFilter;
  readonly onChange: (patch: FilterPatch, options?: { readonly replace?: boolean }) => void;
}

/** Which incidents the list shows, and in what order. */
export function FilterLine({ filter, onChange }: FilterLineProps) {
  return (
    <div role="search" aria-label="Incidents" className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Search value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined }, { replace: true })} />
      <Select aria-label="Status" className={small} value={filter.view} onChange={(event) => onChange({ view: shape.view.parse(event.target.value) })}>
        <option value="open">Open</option>
        <option value="all">All</option>
        {INCIDENT_STATUSES.map((status) => (
          <option key={status} value={status}>
            {INCIDENT_STATUS_LOOK[status].word}
          </option>
        ))}
      </Select>
      <Select aria-label="Priority" className={small} value={filter.priority ?? ''} onChange={(event) => onChange({ priority: shape.priority.parse(event.target.value || undefined) })}>
        <option value="">P1–P4</option>
        {PRIORITIES.map((priority) => (
          <option key={priority}>{priority}</option>
        ))}
      </Select>
      <Select aria-label="Type" className={small} value={filter.type ?? ''} onChange={(event) => onChange({ type: shape.type.parse(event.target.value || undefined) })}>
        <option value="">Every type</option>
        {INCIDENT_TYPES.map((type) => (
          <option key={type} value={type}>
            {TYPE_WORDS[type]}
          </option>
        ))}
      </Select>
      <Select aria-label="Order" className={small} value={filter.sort} onChange={(event) => onChange({ sort: shape.sort.parse(event.target.value) })}>
        {INCIDENT_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </Select>
      <Button size="sm" look="quiet" disabled={!isNarrowed(filter)} onClick={() => onChange({ view: 'open', priority: undefined, type: undefined, q: undefined })}>
        Clear
      </Button>
    </div>
  );
}

interface SearchProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Search({ value, onChange }: SearchProps) {
  const input = useRef<HTMLInputElement>(null);
  // What stands in the field while somebody types in it: the address has it trimmed, and a moment later.
  const [typed, setTyped] = useState<string | null>(null);
  useKey('f', 'Search the incidents', () => input.current?.focus());

  const settle = useEffectEvent((text: string) => {
    if (text.trim() !== value) onChange(text.trim());
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => settle(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <Input
      ref={input}
      type="search"
      aria-label="Search number, title and address"
      aria-keyshortcuts="f"
      placeholder="Number, title, address"
      maxLength={80}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== null && typed.trim() !== value) onChange(typed.trim());
        setTyped(null);
      }}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      className="h-7 w-52 text-sm max-sm:w-full"
    />
  );
}
