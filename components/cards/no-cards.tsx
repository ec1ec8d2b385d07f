'use client';

import { useMemo } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { useHydrated } from '@/components/ui/use-now';
import { CardsSkeleton } from './cards-skeleton';
import { KeptCards } from './kept-cards';
import { readSessionCards } from './session-cache';

interface NoCardsProps {
  readonly userId: string;
  readonly error: Error | null;
  readonly retrying: boolean;
  readonly onRetry: () => void;
}

/** The page without anything from the server: what this tab kept, and what went wrong. */
export function NoCards({ userId, error, retrying, onRetry }: NoCardsProps) {
  const isAlive = useHydrated();
  const kept = useMemo(() => (isAlive ? readSessionCards(userId) : null), [isAlive, userId]);
  return (
    <div className="grid content-start">
      <h1 className="px-3 pt-3 text-base font-semibold">Figures</h1>
      {error ? <ErrorState title="The cards could not be loaded." error={error} onRetry={onRetry} retrying={retrying} /> : null}
      {kept ? <KeptCards record={kept} /> : null}
      {!kept && !error ? <CardsSkeleton /> : null}
    </div>
  );
}
