import 'server-only';
import type { z } from 'zod';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { sameCode } from '@/lib/protocol/status-code-text';
import { setUnitStatusSchema, unitStateSchema, type StatusCode } from '@/lib/protocol/unit';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import type { Tx } from '@/lib/server/db/client';
import { fieldProblem, invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { addEntry } from '../rooms/add-entry';
import { applyStatus } from './apply-status';
import { withUnit, type HeldUnit } from './hold';
import { judgeChange, readPolicy } from './policy';
import { codeToWire } from './to-wire';

type Parsed = z.output<typeof setUnitStatusSchema>;

/**
 * Gives a unit a status by its agency code. The same again stamps its time anew.
 * @throws AppError forbidden, invalid (unknown code, missing note or minutes), not_found, not_allowed_now (policy `enforce`)
 */
export async function setUnitStatus(ctx: Context, unitId: string, input: unknown): Promise<UnitAnswer> {
  authorise(ctx, 'units.write');
  const parsed = setUnitStatusSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { unit, warning } = await withUnit(unitId, (tx, held) => set(tx, ctx, held, parsed.data));
  return { unit, delivery: await relayAfterCommit(), ...(warning ? { warning } : {}) };
}

async function set(tx: Tx, ctx: Context, { unit, incident }: HeldUnit, given: Parsed) {
  const code = await findCode(tx, given.code);
  const note = given.note || null;
  if (code.requiresNote && !note) throw fieldProblem('note', `Code ${code.code} (${code.text}) needs a note.`);
  if (code.requiresMinutes && !given.minutes) throw fieldProblem('minutes', `Code ${code.code} (${code.text}) needs the minutes until the unit is available.`);
  const warning = judgeChange(await readPolicy(tx), unit.callSign, unitStateSchema.parse(unit.state), code.state);
  const at = new Date();
  const availableAt = given.minutes ? new Date(at.getTime() + given.minutes * 60_000) : null;
  const changed = await applyStatus(tx, ctx, unit, { code: code.code, state: code.state, at, note, availableAt });
  const words = `${unit.callSign}: ${code.code} ${code.text}${given.minutes ? ` (${given.minutes} min)` : ''}${note ? `, ${note}` : ''}`;
  if (incident) {
    await addEntry(tx, incident, { kind: 'unit_status', text: words, by: ctx, at, speaker: { role: 'unit', label: unit.callSign } });
  }
  await recordAudit(tx, ctx, {
    category: 'units',
    action: 'unit.status',
    targetType: 'unit',
    targetId: unit.id,
    summary: words,
    before: { code: unit.code, state: unit.state },
    after: { code: code.code, state: code.state, ...(warning ? { unusual: true } : {}) },
  });
  return { unit: changed, warning };
}

async function findCode(tx: Tx, given: string): Promise<StatusCode> {
  // A unit is alerted by being sent somewhere, and by nothing else.
  const rows = await tx.statusCode.findMany({ where: { removedAt: null, state: { not: 'alerted' } }, orderBy: { position: 'asc' } });
  const row = rows.find(({ code }) => code === given) ?? rows.find(({ code }) => sameCode(code, given));
  if (row) return codeToWire(row);
  throw fieldProblem('code', `There is no status code ${given}. The codes are ${rows.map(({ code }) => code).join(', ')}.`);
}
