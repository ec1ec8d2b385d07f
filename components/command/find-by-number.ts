import type { Incident } from '@/lib/protocol/incident';

/** The incidents that a typed number means: `2026-0412`, or `0412` and `412` without the year. */
export function findByNumber(typed: string, incidents: readonly Incident[]): Incident[] {
  const [, year, ordinal] = /^(?:(\d{4})-)?0*(\d+)$/.exec(typed.trim()) ?? [];
  if (ordinal === undefined) return [];
  return incidents.filter(({ number }) => {
    const [ofYear, ofOrdinal = ''] = number.split('-');
    return (year === undefined || ofYear === year) && ofOrdinal.replace(/^0+/, '') === ordinal;
  });
}
