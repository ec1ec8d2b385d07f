import 'server-only';
import type { Me, Snapshot } from '@/lib/protocol/answers';
import { authorise, type Context } from '@/lib/server/context';
import { isDemo } from '@/lib/server/env';
import { currentCursor } from '../events/current-cursor';
import { listOpenBonfires } from '../bonfires/list-open';
import { listFlashForMe } from '../flash/list-for-me';
import { listOpenIncidents } from '../incidents/list';
import { readInfrastructure } from '../infrastructure/read';
import { isSimulating } from '../simulator/switch';
import { readUnits } from '../units/list';

/** Everything the board needs, with the cursor to listen from. Throws AppError forbidden. */
export async function readSnapshot(ctx: Context): Promise<Snapshot> {
  authorise(ctx, 'board.read');
  const cursor = await currentCursor();
  const [flash, incidents, units, bonfires, infrastructure] = await Promise.all([
    listFlashForMe(ctx), listOpenIncidents(), readUnits(), listOpenBonfires(), readInfrastructure(),
  ]);
  const board = { incidents, units: units.items, codes: units.codes, policy: units.policy, bonfires, infrastructure };
  const demo = isDemo() ? { simulating: await isSimulating() } : null;
  return { me: ctx.actor, flash, board, demo, cursor, serverTime: new Date().toISOString() };
}

/** The snapshot of a page's first paint. */
export function getBoardSnapshot(me: Me): Promise<Snapshot> {
  return readSnapshot({ actor: me, ip: null, userAgent: null });
}
