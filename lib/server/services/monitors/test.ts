import 'server-only';
import { testMonitorSchema, type TestResult } from '@/lib/protocol/monitor';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { serverSettings } from '@/lib/server/env';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { ownParts } from '@/lib/server/monitoring/own-parts';
import { runProbe } from '@/lib/server/monitoring/probes/run-probe';

/** Looks once, with settings that need not be stored; nothing is kept. Throws AppError forbidden, invalid, not_found, not_allowed_now (nothing to look at by itself). */
export async function testMonitor(ctx: Context, input: unknown): Promise<TestResult> {
  authorise(ctx, 'monitors.manage');
  const parsed = testMonitorSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { id, config, timeoutMs, warnLatencyMs } = parsed.data;
  const look = await runProbe(
    { config, timeoutMs, warnLatencyMs, secret: parsed.data.secret ?? (id ? await storedSecret(id) : null) },
    // Only the collector listens to the stream; what it found is on the board.
    { ownOrigin: serverSettings().ownOrigin, own: ownParts(() => Promise.resolve(null)) },
  );
  if (!look) throw new AppError('not_allowed_now', 'This kind cannot be tried by itself. Save it and look at its state on the board.');
  return look;
}

async function storedSecret(id: string): Promise<string | null> {
  const row = await db().monitor.findUnique({ where: { id }, select: { secret: true } });
  if (!row) throw notFound('This monitor');
  return row.secret;
}
