import 'server-only';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { EVENTS } from '@/lib/protocol/events';
import type { AlsoInTransaction, OutgoingEvent } from '@/lib/realtime/event-log';
import { REDIS_KEYS, SESSIONS_READY_FIELD } from '@/lib/realtime/keys';
import { encodeAccount } from '@/lib/realtime/session-registry';
import { roleSchema } from '@/lib/protocol/permissions';
import { LISTENER } from '../auth/own-accounts';
import type { Tx } from '../db/client';
import { serverRedis } from './log';

const revokedSchema = z.object({ data: EVENTS['session.revoked'].data });
const endedSchema = z.object({ data: EVENTS['session.ended'].data });

/** Writes the accounts that these events change and the sign-ins that they end, in the very transaction that appends them. */
export function registryCommandsFor(events: readonly OutgoingEvent[]): AlsoInTransaction {
  return (transaction) => {
    for (const event of events) {
      if (event.type === 'session.revoked') {
        const { data } = revokedSchema.parse(parseJson(event.json));
        transaction.hset(REDIS_KEYS.sessions, { [data.userId]: encodeAccount(data) });
      }
      if (event.type === 'session.ended') {
        const { data } = endedSchema.parse(parseJson(event.json));
        transaction.zremrangebyscore(REDIS_KEYS.endedSessions, 0, Date.now());
        transaction.zadd(REDIS_KEYS.endedSessions, { score: Date.parse(data.until), member: data.sessionId });
      }
    }
  };
}

/** Whether Redis knows the accounts. */
export async function registryIsReady(): Promise<boolean> {
  return (await serverRedis().hexists(REDIS_KEYS.sessions, SESSIONS_READY_FIELD)) === 1;
}

/** Writes all accounts and ended sign-ins afresh. Only under the relay's lock: an older list must not overwrite a newer change. */
export async function writeRegistry(tx: Tx): Promise<void> {
  const users = await tx.user.findMany({ select: { id: true, role: true, sessionVersion: true, disabledAt: true } });
  const accounts = users.map(({ id, sessionVersion, disabledAt, role }) => [id, encodeAccount({ sessionVersion, role: disabledAt ? null : roleSchema.parse(role) })] as const);
  const ended = await tx.endedSession.findMany({ where: { until: { gt: new Date() } }, select: { id: true, until: true } });
  const fields = { [SESSIONS_READY_FIELD]: '1', [LISTENER.id]: encodeAccount(LISTENER), ...Object.fromEntries(accounts) };
  const transaction = serverRedis().multi();
  transaction.del(REDIS_KEYS.sessions);
  transaction.hset(REDIS_KEYS.sessions, fields);
  transaction.del(REDIS_KEYS.endedSessions);
  for (const { id, until } of ended) transaction.zadd(REDIS_KEYS.endedSessions, { score: until.getTime(), member: id });
  await transaction.exec();
}

