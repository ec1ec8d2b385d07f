import 'server-only';
import { bonfireReference, createBonfireSchema } from '@/lib/protocol/bonfire';
import type { PublicBonfireAnswer } from '@/lib/protocol/board-answers';
import type { AuditActor } from '@/lib/server/audit/record';
import { invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { insertBonfire } from './insert';

/** Somebody who has not signed in. */
type Stranger = Pick<AuditActor, 'ip' | 'userAgent'>;

/**
 * Registers a notice from the public form. Tells the sender nothing but a reference, whether the ban applies and whether it
 * waits for a look first.
 * @throws AppError invalid, conflict, too_many_requests
 */
export async function registerPublicBonfire({ ip, userAgent }: Stranger, input: unknown): Promise<PublicBonfireAnswer> {
  const parsed = createBonfireSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const by: AuditActor = { actor: { name: 'Public form' }, ip, userAgent };
  const { bonfire } = await insertBonfire({ by, source: 'public', createdById: null }, parsed.data);
  await relayAfterCommit();
  return { reference: bonfireReference(bonfire.id), inBanPeriod: bonfire.inBanPeriod, held: bonfire.held };
}
