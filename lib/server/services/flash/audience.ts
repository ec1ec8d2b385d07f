import 'server-only';
import type { Audience } from '@/lib/protocol/audience';
import type { Role } from '@/lib/protocol/permissions';
import type { Prisma } from '@/lib/server/db/client';
import type { Context } from '@/lib/server/context';
import { can } from '@/lib/protocol/permissions';

/** Who hears of a flash: the roles it is addressed to, and everybody who may send. */
export function flashAudience(roles: readonly Role[]): Audience {
  return [{ permission: 'flash.read', roles: [...roles] }, { permission: 'flash.send' }];
}

/** Who hears of what is not out yet: only those who may send. */
export const SENDERS: Audience = [{ permission: 'flash.send' }];

/** Who hears of a receipt: those who may send, and the other screens of its owner. */
export function receiptAudience(userId: string): Audience {
  return [{ permission: 'flash.send' }, { permission: 'flash.read', userIds: [userId] }];
}

/** Which flashes somebody may read at all: senders every one, others those that went out to their role. */
export function readableBy({ actor }: Context): Prisma.FlashWhereInput {
  if (can(actor.role, 'flash.send')) return {};
  return { sentAt: { not: null }, audience: { has: actor.role } };
}
