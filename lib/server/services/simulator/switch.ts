import 'server-only';
import { z } from 'zod';
import { actorRef } from '@/lib/server/actor-ref';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { readSetting, writeSetting } from '@/lib/server/db/settings';
import { isDemo } from '@/lib/server/env';
import { AppError, invalid } from '@/lib/server/errors';
import { emit } from '@/lib/server/outbox/emit';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';

/** Where it is kept among the settings whether the simulator runs. */
export const SIMULATOR_KEY = 'simulator';
const inputSchema = z.strictObject({ on: z.boolean() });
const storedSchema = z.object({ on: z.boolean() });

/** Whether the simulator runs now. Never outside a demonstration. */
export async function isSimulating(): Promise<boolean> {
  if (!isDemo()) return false;
  return (await readSetting(db(), SIMULATOR_KEY, storedSchema))?.on ?? false;
}

/** Switches the simulator. Throws AppError forbidden, invalid, not_allowed_now (no demonstration). */
export async function switchSimulator(ctx: Context, input: unknown): Promise<{ simulating: boolean }> {
  authorise(ctx, 'simulator.switch');
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  if (!isDemo()) throw new AppError('not_allowed_now', 'The simulator is only there in a demonstration. Start Watchroom with DEMO=1.');
  const { on } = parsed.data;
  await db().$transaction(async (tx) => {
    await writeSetting(tx, SIMULATOR_KEY, { on });
    await emit(tx, 'demo.changed', { simulating: on, actor: actorRef(ctx) }, [{ permission: 'board.read' }]);
    await recordAudit(tx, ctx, { category: 'system', action: 'simulator.switch', summary: `Switched the simulator ${on ? 'on' : 'off'}`, after: { on } });
  });
  await relayAfterCommit();
  return { simulating: on };
}
