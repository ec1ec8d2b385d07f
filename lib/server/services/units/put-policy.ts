import 'server-only';
import type { CodesAnswer } from '@/lib/protocol/board-answers';
import { putPolicySchema } from '@/lib/protocol/unit';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { writeSetting } from '@/lib/server/db/settings';
import { invalid } from '@/lib/server/errors';
import { changeCodes } from './change-codes';
import { POLICY_KEY } from './policy';

/** Chooses what is done with unusual changes of status. Throws AppError forbidden, invalid. */
export async function putPolicy(ctx: Context, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = putPolicySchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { policy } = parsed.data;
  return changeCodes(async (tx, { policy: before }) => {
    await writeSetting(tx, POLICY_KEY, policy);
    await recordAudit(tx, ctx, {
      category: 'units',
      action: 'unit.policy.change',
      targetType: 'setting',
      targetId: POLICY_KEY,
      summary: `Unusual changes of status: ${policy}`,
      before: { policy: before },
      after: { policy },
    });
  });
}
