'use client';

import { LoaderCircle } from 'lucide-react';
import { formatDuration } from '@/components/ui/format-time';
import { useServerNow } from '@/components/ui/use-now';
import type { CardState } from '@/lib/protocol/cards';

interface BusyChipProps {
  readonly state: CardState;
}

/** Turns over what a card shows while new figures are on their way. */
export function BusyChip({ state: { computing } }: BusyChipProps) {
  const now = useServerNow();
  const since = computing && now !== null ? now - Date.parse(computing.since) : 0;
  return (
    <span className="figures pointer-events-none absolute right-2 bottom-1 z-10 flex h-6 items-center gap-1.5 rounded-md border bg-surface-raised px-2 text-xs text-text-muted">
      <LoaderCircle aria-hidden size={14} className="animate-spin text-accent" />
      {since >= 1_000 ? `computing for ${formatDuration(since)}` : 'computing'}
    </span>
  );
}
