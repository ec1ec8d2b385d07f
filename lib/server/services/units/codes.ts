import 'server-only';
import { z } from 'zod';
import type { CodesAnswer } from '@/lib/protocol/board-answers';
import { fullCode, LIMITS_PROBLEM, limitsFit, newCodeSchema, orderCodesSchema, patchCodeSchema, planCodes, putCodesSchema, type CodesPlan, type FullCode } from '@/lib/protocol/status-code';
import { ALERTED_CODE, type StatusCode } from '@/lib/protocol/unit';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import type { Prisma, Tx } from '@/lib/server/db/client';
import { AppError, fieldProblem, invalid, notFound } from '@/lib/server/errors';
import { changeCodes, demandVersion } from './change-codes';

/** A version as it stands in an address. */
const versionSchema = z.string().regex(/^\d{1,9}$/).transform(Number);

/** Edits a status code. Throws AppError forbidden, invalid, not_found, stale_version (with `current`). */
export async function patchCode(ctx: Context, code: string, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = patchCodeSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { version, ...wanted } = parsed.data;
  return changeCodes(async (tx, { codes }) => {
    const before = findListed(codes, code, version);
    if (code === ALERTED_CODE && wanted.state) throw fieldProblem('state', `${ALERTED_CODE} is what a unit is that was sent. Its meaning stays.`);
    const data = withoutUndefined(wanted);
    if (!limitsFit({ ...before, ...data })) throw fieldProblem('alertSeconds', LIMITS_PROBLEM);
    await tx.statusCode.update({ where: { code }, data: { ...data, version: { increment: 1 } } });
    await followState(tx, code, wanted.state);
    await record(tx, ctx, 'change', code, `Changed the status code ${code}`, { before, after: { ...before, ...data, version: version + 1 } });
  });
}

/** Adds a code at the end of the list. One that was taken off before is there again. Throws AppError forbidden, invalid. */
export async function addCode(ctx: Context, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = newCodeSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  return changeCodes(async (tx, { codes }) => {
    const listed = settable(codes);
    if (listed.some(({ code }) => code === parsed.data.code)) throw fieldProblem('code', `There is a code ${parsed.data.code} already.`);
    const { next, problems } = planCodes(listed, [parsed.data], 'merge');
    if (problems[0]) throw fieldProblem('code', problems[0].message);
    const given = fullCode(parsed.data, undefined);
    await putOnList(tx, given, next.length - 1);
    await record(tx, ctx, 'add', given.code, `Added the status code ${given.code} ${given.text}`, { after: { ...given } });
  });
}

/**
 * Takes a code off the list. Units that stand under it keep it, with its text and limits, until their next status.
 * @throws AppError forbidden, invalid, not_found, stale_version (with `current`), not_allowed_now (the last one)
 */
export async function removeCode(ctx: Context, code: string, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = versionSchema.safeParse(input);
  if (!parsed.success) throw fieldProblem('version', 'Say which version of the code you saw: ?version=3.');
  const version = parsed.data;
  return changeCodes(async (tx, { codes }) => {
    const before = findListed(codes, code, version);
    if (code === ALERTED_CODE) throw new AppError('not_allowed_now', `${ALERTED_CODE} is what a unit is that was sent. It stays.`);
    if (settable(codes).length === 1) throw new AppError('not_allowed_now', `${code} is the last code. Add another one first: without any, no unit could be given a status.`);
    await takeOff(tx, [code]);
    await record(tx, ctx, 'remove', code, `Removed the status code ${code} ${before.text}`, { before });
  });
}

/** Gives the codes another order. Throws AppError forbidden, invalid, stale_version (with `current`). */
export async function orderCodes(ctx: Context, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = orderCodesSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { version, order } = parsed.data;
  return changeCodes(async (tx, now) => {
    demandVersion(now, version);
    const before = settable(now.codes).map(({ code }) => code);
    if (order.toSorted().join(' ') !== before.toSorted().join(' ')) throw fieldProblem('order', 'Name every code of the list once.');
    for (const [position, code] of order.entries()) await tx.statusCode.update({ where: { code }, data: { position } });
    await record(tx, ctx, 'order', 'all', 'Gave the status codes another order', { before, after: order });
  });
}

/**
 * Takes a whole list of codes, or lines for the one there is; nothing of it when one line cannot be taken.
 * @throws AppError forbidden, invalid (with `details` by line), stale_version (with `current`)
 */
export async function putCodes(ctx: Context, input: unknown): Promise<CodesAnswer> {
  authorise(ctx, 'units.manage');
  const parsed = putCodesSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { version, mode, codes: given } = parsed.data;
  return changeCodes(async (tx, now) => {
    demandVersion(now, version);
    const before = settable(now.codes);
    const plan = planCodes(before, given, mode);
    if (plan.problems.length > 0) {
      const details = plan.problems.map(({ index, message }) => ({ path: `codes.${index}.code`, message }));
      throw new AppError('invalid', 'Some lines cannot be accepted. Nothing was saved.', { details });
    }
    await applyPlan(tx, plan);
    const summary = `${mode === 'replace' ? 'Replaced' : 'Added to'} the list of status codes: ${plan.added.length} added, ${plan.changed.length} changed, ${plan.removed.length} removed`;
    await record(tx, ctx, mode, 'all', summary, { before: brief(before), after: brief(plan.next) });
  });
}

async function applyPlan(tx: Tx, { next, added, changed, removed }: CodesPlan): Promise<void> {
  await takeOff(tx, removed);
  for (const [position, code] of next.entries()) {
    if (added.includes(code.code)) await putOnList(tx, code, position);
    else {
      const data = changed.includes(code.code) ? { ...code, version: { increment: 1 } } : {};
      await tx.statusCode.update({ where: { code: code.code }, data: { ...data, position } });
      await followState(tx, code.code, code.state);
    }
  }
}

async function putOnList(tx: Tx, code: FullCode, position: number): Promise<void> {
  await tx.statusCode.upsert({
    where: { code: code.code },
    create: { ...code, position },
    update: { ...code, position, removedAt: null, version: { increment: 1 } },
  });
  await followState(tx, code.code, code.state);
}

function takeOff(tx: Tx, codes: readonly string[]): Promise<unknown> {
  return tx.statusCode.updateMany({ where: { code: { in: [...codes] } }, data: { removedAt: new Date(), version: { increment: 1 } } });
}

/** Units that stand under a code mean what the code means now. */
async function followState(tx: Tx, code: string, state: string | undefined): Promise<void> {
  if (state) await tx.unit.updateMany({ where: { code, state: { not: state } }, data: { state, version: { increment: 1 } } });
}

function settable(codes: readonly StatusCode[]): StatusCode[] {
  return codes.filter(({ code, removed }) => code !== ALERTED_CODE && !removed);
}

function findListed(codes: readonly StatusCode[], code: string, version: number): StatusCode {
  const row = codes.find((one) => one.code === code && !one.removed);
  if (!row) throw notFound('This status code');
  if (row.version !== version) throw new AppError('stale_version', 'Somebody else changed this code meanwhile. Nothing was saved.', { fields: { current: row } });
  return row;
}

function brief(codes: readonly Pick<StatusCode, 'code' | 'text' | 'state'>[]): Prisma.InputJsonArray {
  return codes.map(({ code, text, state }) => ({ code, text, state }));
}

function record(tx: Tx, ctx: Context, act: string, targetId: string, summary: string, facts: { before?: Prisma.InputJsonValue; after?: Prisma.InputJsonValue }): Promise<void> {
  return recordAudit(tx, ctx, { category: 'units', action: `unit.code.${act}`, targetType: 'status_code', targetId, summary, ...facts });
}

function withoutUndefined<T extends object>(wanted: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
