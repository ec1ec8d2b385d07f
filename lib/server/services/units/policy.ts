import 'server-only';
import { unitPolicySchema, type UnitPolicy, type UnitState } from '@/lib/protocol/unit';
import { isUsual, usualNext } from '@/lib/protocol/unit-edges';
import { spokenState } from '@/lib/protocol/unit-words';
import type { Tx } from '@/lib/server/db/client';
import { readSetting } from '@/lib/server/db/settings';
import { AppError } from '@/lib/server/errors';

/** Where the policy is kept among the settings. */
export const POLICY_KEY = 'units.policy';
const DEFAULT: UnitPolicy = 'warn';

/** The policy as it is now. One that cannot be read counts as `warn`: a broken setting must not lock dispatch out. */
export async function readPolicy(tx: Pick<Tx, 'setting'>): Promise<UnitPolicy> {
  return (await readSetting(tx, POLICY_KEY, unitPolicySchema)) ?? DEFAULT;
}

/** Judges a change of state: null for a usual one, else the warning. Throws AppError not_allowed_now when enforced. */
export function judgeChange(policy: UnitPolicy, callSign: string, from: UnitState, to: UnitState): string | null {
  if (policy === 'off' || isUsual(from, to)) return null;
  const words = `${callSign} went from ${spokenState(from)} straight to ${spokenState(to)}, which is unusual.`;
  if (policy === 'warn') return words;
  const allowed = usualNext(from);
  throw new AppError('not_allowed_now', `${callSign} is ${spokenState(from)}; ${spokenState(to)} cannot follow. Possible: ${allowed.map(spokenState).join(', ')}.`, {
    details: { from, allowed },
  });
}
