'use client';

import { useRef, useState } from 'react';
import { ShowMore } from '@/components/ui/show-more';
import { Table, Th } from '@/components/ui/table';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { BonfireRow } from './bonfire-row';

// Each row ticks; more than this at a time is more than anybody reads.
const STEP = 100;

interface BonfireTableProps {
  readonly bonfires: readonly Bonfire[];
  readonly selectedId: string | null;
  readonly onSelect: (bonfireId: string) => void;
}

/** Notices as rows, a hundred at a time. */
export function BonfireTable({ bonfires, selectedId, onSelect }: BonfireTableProps) {
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLDivElement>(null);
  useSteadyRows(list);
  const hidden = bonfires.length - shown;
  return (
    <div ref={list}>
      <Table>
        <thead>
          <tr>
            <Th>State</Th>
            <Th>Place</Th>
            <Th className="@max-[720px]:hidden">When, Norwegian time</Th>
            <Th className="@max-[960px]:hidden">Name</Th>
            <Th className="@max-[560px]:hidden">Phone</Th>
          </tr>
        </thead>
        <tbody>
          {bonfires.slice(0, shown).map((bonfire) => (
            <BonfireRow key={bonfire.id} bonfire={bonfire} selected={bonfire.id === selectedId} onSelect={onSelect} />
          ))}
        </tbody>
      </Table>
      <ShowMore hidden={hidden} step={STEP} onShow={() => setShown(shown + STEP)} />
    </div>
  );
}
