import 'server-only';
import type { Me, Snapshot } from '@/lib/protocol/answers';
import { authorise, type Context } from '@/lib/server/context';
import { currentCursor } from '../events/current-cursor';
import { listFlashForMe } from '../flash/list-for-me';

/** Everything the board needs, with the cursor to listen from. Throws AppError forbidden. */
export async function readSnapshot(ctx: Context): Promise<Snapshot> {
  authorise(ctx, 'board.read');
  const cursor = await currentCursor();
  const flash = await listFlashForMe(ctx);
  return { me: ctx.actor, flash, cursor, serverTime: new Date().toISOString() };
}

/** The snapshot of a page's first paint. */
export function getBoardSnapshot(me: Me): Promise<Snapshot> {
  return readSnapshot({ actor: me, ip: null, userAgent: null });
}
