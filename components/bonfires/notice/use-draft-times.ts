'use client';

import { useServerNow } from '@/components/ui/use-now';
import { norwayLocal } from '@/lib/core/norway-time';
import { touchesBanPeriod } from '@/lib/protocol/bonfire';
import { timesOf, type Draft } from './draft';

interface DraftTimes {
  /** As they were understood: "2026-11-20 18:30"; null for what cannot be read. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whether any of it that is known lies in the ban period. */
  readonly banned: boolean;
}

/** How the times of a draft are understood while they are typed. */
export function useDraftTimes(draft: Pick<Draft, 'startsAt' | 'endsAt'>, startsNow: boolean): DraftTimes {
  const now = useServerNow();
  if (now === null) return { start: null, end: null, banned: false };
  const { start, end } = timesOf(draft, { now: () => now, startsNow });
  const known = [start, end].filter((at) => !Number.isNaN(at)).map((at) => new Date(at).toISOString());
  const [first, last = first] = known;
  return { start: words(start), end: words(end), banned: first !== undefined && last !== undefined && touchesBanPeriod(first, last) };
}

function words(at: number): string | null {
  return Number.isNaN(at) ? null : norwayLocal(at).replace('T', ' ');
}
