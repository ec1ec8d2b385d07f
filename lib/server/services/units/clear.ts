import 'server-only';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import { authorise, type Context } from '@/lib/server/context';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { withUnit } from './hold';
import { releaseUnit } from './release';
import { unitToWire } from './to-wire';

/** Takes a unit off its incident. One that has none stays as it is. Throws AppError forbidden, not_found. */
export async function clearUnit(ctx: Context, unitId: string): Promise<UnitAnswer> {
  authorise(ctx, 'units.write');
  const unit = await withUnit(unitId, async (tx, held) =>
    held.incident ? releaseUnit(tx, ctx, held.unit, held.incident, new Date()) : unitToWire(held.unit),
  );
  return { unit, delivery: await relayAfterCommit() };
}
