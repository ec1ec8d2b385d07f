import { norwayDay, norwayLocal } from '@/lib/core/norway-time';

/** A number with its noun: "1 unit", "3 units". `many` where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The time in Norway, with its date unless that is today’s: "14:02", "2026-11-20 14:02". Still true when the card has aged. */
export function clock(at: Date, now: Date): string {
  const local = norwayLocal(at.getTime());
  return norwayDay(at.getTime()) === norwayDay(now.getTime()) ? local.slice(11) : local.replace('T', ' ');
}

/** Names in a row, the first few of them: "a, b, c and 4 more". */
export function listed(names: readonly string[], most = 3): string {
  const left = names.length - most;
  return left > 0 ? `${names.slice(0, most).join(', ')} and ${left} more` : names.join(', ');
}
