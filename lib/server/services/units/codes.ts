import 'server-only';
import { patchCodeSchema, putPolicySchema, type StatusCode, type UnitPolicy } from '@/lib/protocol/unit';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Prisma, type Tx } from '@/lib/server/db/client';
import { writeSetting } from '@/lib/server/db/settings';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { UNIT_READERS } from './audience';
import { readCodes } from './list';
import { POLICY_KEY, readPolicy } from './policy';
import { codeToWire } from './to-wire';

/** All codes and the policy, as they are after a change. */
export interface Codes {
  readonly codes: StatusCode[];
  readonly policy: UnitPolicy;
}

/** Edits a status code. Throws AppError forbidden, invalid, not_found, stale_version (with `current`). */
export async function patchCode(ctx: Context, code: string, input: unknown): Promise<Codes> {
  authorise(ctx, 'units.manage');
  const parsed = patchCodeSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { version, ...wanted } = parsed.data;
  return change(async (tx) => {
    await tx.$queryRaw`SELECT code FROM status_codes WHERE code = ${code} FOR NO KEY UPDATE`;
    const row = await tx.statusCode.findUnique({ where: { code } });
    if (!row) throw notFound('This status code');
    if (row.version !== version) {
      throw new AppError('stale_version', 'Somebody else changed this code meanwhile. Nothing was saved.', { fields: { current: codeToWire(row) } });
    }
    const data = withoutUndefined(wanted);
    const after = await tx.statusCode.update({ where: { code }, data: { ...data, version: { increment: 1 } } });
    if (after.warnSeconds !== null && after.alertSeconds !== null && after.warnSeconds >= after.alertSeconds) {
      const message = 'The alert must come after the warning.';
      throw new AppError('invalid', message, { details: [{ path: 'alertSeconds', message }] });
    }
    // Units that stand under this code mean what the code means now.
    if (after.state !== row.state) await tx.unit.updateMany({ where: { code }, data: { state: after.state, version: { increment: 1 } } });
    await recordAudit(tx, ctx, {
      category: 'units',
      action: 'unit.code.change',
      targetType: 'status_code',
      targetId: code,
      summary: `Changed the status code ${code}`,
      before: { ...codeToWire(row) },
      after: { ...codeToWire(after) },
    });
  });
}

/** Chooses what is done with unusual changes of status. Throws AppError forbidden, invalid. */
export async function putPolicy(ctx: Context, input: unknown): Promise<Codes> {
  authorise(ctx, 'units.manage');
  const parsed = putPolicySchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { policy } = parsed.data;
  return change(async (tx) => {
    const before = await readPolicy(tx);
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

async function change(work: (tx: Tx) => Promise<void>): Promise<Codes> {
  const codes = await db().$transaction(async (tx) => {
    await work(tx);
    const now = await readCodes(tx);
    await emit(tx, 'unit.codes.changed', now, UNIT_READERS);
    return now;
  });
  await relayAfterCommit();
  return codes;
}

function withoutUndefined(wanted: object): Prisma.StatusCodeUpdateInput {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
