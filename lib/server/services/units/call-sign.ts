import 'server-only';
import type { Tx } from '@/lib/server/db/client';
import { isUniqueViolation } from '@/lib/server/db/is-unique-violation';
import { AppError } from '@/lib/server/errors';

/** The retired unit that had a call sign, in any case of its letters; null for none. Throws AppError conflict when one on the board has it. */
export async function callSignTaken(tx: Tx, callSign: string, besidesId?: string): Promise<{ readonly id: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; retired: boolean }[]>`
    SELECT id, retired_at IS NOT NULL AS retired FROM units WHERE lower(call_sign) = lower(${callSign}) AND id <> ${besidesId ?? ''}
    ORDER BY retired_at IS NULL DESC LIMIT 1`;
  if (row && !row.retired) throw taken();
  return row ?? null;
}

/** Two entered the same call sign at the same moment: what the database says about it, as a refusal. */
export function refuseTakenCallSign(error: unknown): never {
  throw isUniqueViolation(error) ? taken() : error;
}

function taken(): AppError {
  const message = 'Another unit has this call sign.';
  return new AppError('conflict', `${message} Nothing was saved.`, { details: [{ path: 'callSign', message }] });
}
