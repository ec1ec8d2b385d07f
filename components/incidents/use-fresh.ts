'use client';

import { useState } from 'react';
import { lastTick } from '@/components/ui/ticker';
import { useHydrated } from '@/components/ui/use-now';
import { useConnection } from '@/stores/connection';

/** How long something counts as just arrived, in milliseconds. */
const FRESH_MS = 5_000;

/** Whether something had just arrived when its row was first shown: such a row lights up for a moment. */
export function useFresh(createdAt: string): boolean {
  const live = useHydrated();
  const [fresh] = useState(() => live && lastTick() + useConnection.getState().clockOffsetMs - Date.parse(createdAt) < FRESH_MS);
  return fresh;
}
