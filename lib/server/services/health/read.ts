import 'server-only';
import type { z } from 'zod';
import { singleFlight } from '@/lib/core/single-flight';
import { sleep } from '@/lib/core/sleep';
import type { healthSchema } from '@/lib/protocol/answers';
import { db } from '@/lib/server/db/client';
import { eventLog, serverRedis } from '@/lib/server/relay/log';

const CHECK_MS = 2_000;

type Health = z.infer<typeof healthSchema>;

/** Asks each part once, side by side, within two seconds. Never throws. Calls at the same time share one round. */
export const readHealth: () => Promise<Health> = singleFlight(async () => {
  const [postgres, redis, log] = await Promise.all([
    check(() => db().$queryRaw`SELECT 1`),
    check(() => serverRedis().ping()),
    check(() => eventLog().ends()),
  ]);
  const checks = { postgres, redis, log };
  const downs = Object.values(checks).filter((state) => state === 'down').length;
  const status = downs === 0 ? 'ok' : downs === 3 ? 'down' : 'degraded';
  return { status, checks } as const;
});

async function check(ask: () => Promise<unknown>): Promise<'ok' | 'down'> {
  const answered = Promise.resolve()
    .then(ask)
    .then(
      () => 'ok' as const,
      () => 'down' as const,
    );
  return Promise.race([answered, sleep(CHECK_MS).then(() => 'down' as const)]);
}
