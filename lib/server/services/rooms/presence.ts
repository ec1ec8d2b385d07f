import 'server-only';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { PRESENCE_LASTS_MS, presentSchema, type Present } from '@/lib/protocol/room';
import { REDIS_KEYS } from '@/lib/realtime/keys';
import { toOutgoing } from '@/lib/realtime/event-log';
import { passingWord } from '@/lib/realtime/hub-words';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { eventLog, serverRedis } from '@/lib/server/relay/log';
import { ROOM_READERS } from '../incidents/audience';

const KEY_LIVES_MS = PRESENCE_LASTS_MS * 2;

/**
 * Notes that somebody has a room open, or no longer has. Who is there is no state of record: it is kept in Redis
 * alone, and while that is away nobody is known to be there but the caller.
 * It is told past the event log, which is for what must not be lost.
 * @returns who is there now
 * @throws AppError forbidden, not_found
 */
export async function notePresence(ctx: Context, incidentId: string, here: boolean): Promise<Present[]> {
  authorise(ctx, 'rooms.read');
  if (!(await db().incident.findUnique({ where: { id: incidentId }, select: { id: true } }))) throw notFound('This incident');
  const self: Present = { userId: ctx.actor.id, name: ctx.actor.name, role: ctx.actor.role };
  try {
    const key = keyOf(incidentId);
    const now = Date.now();
    const transaction = serverRedis().multi();
    transaction.zremrangebyscore(key, 0, now);
    if (here) transaction.zadd(key, { score: now + PRESENCE_LASTS_MS, member: JSON.stringify(self) });
    else transaction.zrem(key, JSON.stringify(self));
    transaction.zrange(key, 0, -1);
    transaction.pexpire(key, KEY_LIVES_MS);
    const [expired, changed, members] = await transaction.exec<[number, number, unknown, number]>();
    const present = parseMembers(members);
    if (Number(expired) > 0 || Number(changed) > 0) await tell(incidentId, present);
    return present;
  } catch {
    return here ? [self] : [];
  }
}

/** Who has a room open now; nobody while Redis is away. */
export async function readPresent(incidentId: string): Promise<Present[]> {
  try {
    return parseMembers(await serverRedis().zrange(keyOf(incidentId), Date.now(), '+inf', { byScore: true }));
  } catch {
    return [];
  }
}

async function tell(incidentId: string, present: Present[]): Promise<void> {
  const event = { id: crypto.randomUUID(), type: 'presence.changed', data: { incidentId, present }, timestamp: new Date().toISOString() } as const;
  await eventLog().ring(passingWord(toOutgoing(event, ROOM_READERS)));
}

function parseMembers(reply: unknown): Present[] {
  const members = z.array(z.union([z.string(), presentSchema])).parse(reply ?? []);
  const present = members.flatMap((member) => presentSchema.safeParse(typeof member === 'string' ? parseJson(member) : member).data ?? []);
  return present.sort((a, b) => a.name.localeCompare(b.name));
}

function keyOf(incidentId: string): string {
  return `${REDIS_KEYS.present}:${incidentId}`;
}
