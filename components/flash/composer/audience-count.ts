import type { RecipientCounts } from '@/lib/protocol/flash';
import type { Role } from '@/lib/protocol/permissions';

/** How many people a message reaches. `online`: how many of them have the board open; null while that is not known. */
export interface Reach {
  readonly people: number;
  readonly online: number | null;
}

/** How many people a choice of roles reaches. The counts leave the sender out already. */
export function reachOf(audience: readonly Role[], { byRole, online }: RecipientCounts): Reach {
  const sum = (counts: Readonly<Record<Role, number>>) => [...new Set(audience)].reduce((total, role) => total + counts[role], 0);
  return { people: sum(byRole), online: online && sum(online) };
}
