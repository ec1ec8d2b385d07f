import 'server-only';
import { z } from 'zod';
import { lineOfText } from '@/lib/protocol/text';
import { db } from '@/lib/server/db/client';
import { invalid, notFound } from '@/lib/server/errors';

const TOKEN = /^[0-9a-f]{48}$/;
const MESSAGE_MAX = 250;

const heartbeatSchema = z.object({
  status: z.enum(['up', 'warn', 'down'], 'Say status=up, status=warn or status=down.').default('up'),
  msg: lineOfText(MESSAGE_MAX).optional().catch(undefined),
  ping: z.preprocess((text) => (text === undefined || text === '' ? undefined : Number(text)), z.number('ping is a number of milliseconds.').min(0).max(3_600_000).optional()),
});

const OUTCOMES = { up: 'ok', warn: 'warn', down: 'fail' } as const;

/** Takes a heartbeat from outside. The token is all it takes, so it is as good as a password. Throws AppError not_found, invalid. */
export async function takeHeartbeat(token: string, query: URLSearchParams): Promise<void> {
  if (!TOKEN.test(token)) throw notFound('This heartbeat address');
  const parsed = heartbeatSchema.safeParse({ status: query.get('status') ?? undefined, msg: query.get('msg') ?? undefined, ping: query.get('ping') ?? undefined });
  if (!parsed.success) throw invalid(parsed.error);
  const { status, msg, ping } = parsed.data;
  const { count } = await db().monitor.updateMany({
    where: { pushToken: token },
    data: { pushAt: new Date(), pushOutcome: OUTCOMES[status], pushMessage: msg ?? null, pushPingMs: ping ?? null },
  });
  if (count === 0) throw notFound('This heartbeat address');
}
