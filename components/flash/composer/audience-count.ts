import type { RecipientCounts } from '@/lib/protocol/flash';
import type { Role } from '@/lib/protocol/permissions';

/** How many people a choice of roles reaches. The counts leave the sender out already. */
export function reachOf(audience: readonly Role[], counts: RecipientCounts): number {
  return [...new Set(audience)].reduce((sum, role) => sum + counts.byRole[role], 0);
}
