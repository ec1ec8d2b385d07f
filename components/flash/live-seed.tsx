'use client';

import { createContext, use, useEffect, type ReactNode } from 'react';
import type { Me } from '@/lib/protocol/answers';
import type { FlashForMe } from '@/lib/protocol/flash';
import { startHidden } from './hidden-flash';

/** What the server knew when it made the page: shown until the browser's own state is there, so that nothing jumps. */
export interface LiveSeed {
  readonly me: Me;
  /** When the sign-in ends by its age, ISO 8601. */
  readonly signedInUntil: string;
  readonly flash: readonly FlashForMe[];
  /** ISO 8601. */
  readonly serverTime: string;
  readonly hidden: readonly string[];
}

const SeedContext = createContext<LiveSeed | null>(null);

interface LiveSeedProviderProps {
  readonly seed: LiveSeed;
  readonly children: ReactNode;
}

/** Hands the first state of the live messages to all that show them. */
export function LiveSeedProvider({ seed, children }: LiveSeedProviderProps) {
  const { hidden } = seed;
  useEffect(() => startHidden(hidden), [hidden]);
  return <SeedContext value={seed}>{children}</SeedContext>;
}

/** The first state, and who is signed in. */
export function useLiveSeed(): LiveSeed {
  const seed = use(SeedContext);
  if (!seed) throw new Error('useLiveSeed needs a LiveSeedProvider above it.');
  return seed;
}
