import type { Outcome, Pending } from '@/lib/protocol/infrastructure';

const MANY: Readonly<Record<Outcome, string>> = { ok: 'ok', warn: 'warnings', fail: 'fails' };

/** Looks that speak for another state, counted: "1 of 3 fails", "1 of 2 ok". */
export function pendingWords({ outcome, count, needed }: Pending): string {
  return `${count} of ${needed} ${MANY[outcome]}`;
}
