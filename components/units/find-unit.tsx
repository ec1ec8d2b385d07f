'use client';

import { useRef, useState } from 'react';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import type { Unit } from '@/lib/protocol/unit';
import { findByCallSign } from './groups';

interface FindUnitProps {
  readonly units: readonly Unit[];
  readonly selectedId: string | null;
  readonly onSelect: (unitId: string, scroll: boolean) => void;
  readonly onReach: (unitId: string) => void;
}

/** Jumps to a call sign while it is typed; Enter hands the keyboard to its row. */
export function FindUnit({ units, selectedId, onSelect, onReach }: FindUnitProps) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useKey('f', 'Find a unit by its call sign', () => input.current?.focus());
  const found = findByCallSign(units, typed);
  const missing = typed.trim() !== '' && !found;

  const leave = (unitId: string | null) => {
    setTyped('');
    if (unitId === null) input.current?.blur();
    else onReach(unitId);
  };
  return (
    <span className="inline-flex items-center gap-2">
      <span className="relative inline-flex items-center">
        <Input
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label="Find a call sign"
          aria-keyshortcuts="f"
          aria-invalid={missing || undefined}
          aria-describedby="find-unit-note"
          placeholder="Call sign"
          value={typed}
          className="h-7 w-32 pr-7 text-sm"
          onFocus={(event) => event.target.select()}
          onChange={({ target: { value } }) => {
            setTyped(value);
            const unit = findByCallSign(units, value);
            if (unit) onSelect(unit.id, true);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found) leave(found.id);
            else if (event.key === 'Escape') leave(selectedId);
            else return;
            event.preventDefault();
          }}
        />
        <Kbd keys="f" className="pointer-events-none absolute right-1.5 text-text-muted" />
      </span>
      <span id="find-unit-note" role="status" className="min-w-20 @max-[860px]:sr-only text-xs text-text-muted">
        {missing ? 'No such unit' : found ? `${found.callSign}, Enter` : ''}
      </span>
    </span>
  );
}
