import 'server-only';
import { db } from '@/lib/server/db/client';
import { notFound } from '@/lib/server/errors';
import { readHeartbeat, type HeartbeatSent } from './heartbeat-words';

const TOKEN = /^[0-9a-f]{48}$/;
/** A job that runs longer says so in its state; as a latency it would mean nothing. */
const MOST_RUN_MS = 3_600_000;

/** Whether a token is that of a push monitor. */
export async function isPushToken(token: string): Promise<boolean> {
  return TOKEN.test(token) && (await db().monitor.count({ where: { pushToken: token } })) === 1;
}

/** Takes a heartbeat from outside. The token is all it takes, so it is as good as a password. Throws AppError not_found. */
export async function takeHeartbeat(token: string, sent: HeartbeatSent): Promise<void> {
  const words = readHeartbeat(sent);
  const monitor = words && TOKEN.test(token) ? await db().monitor.findUnique({ where: { pushToken: token }, select: { id: true, pushAt: true, pushStartedAt: true } }) : null;
  if (!words || !monitor) throw notFound('This heartbeat address');
  const { says, message, pingMs } = words;
  if (says === 'log') return;
  const now = new Date();
  const data = says === 'start' ? { pushStartedAt: now } : { pushAt: now, pushOutcome: says, pushMessage: message, pushPingMs: pingMs ?? runTime(monitor, now) };
  await db().monitor.updateMany({ where: { id: monitor.id }, data });
}

/** How long a job ran that said when it started. */
function runTime({ pushAt, pushStartedAt }: { readonly pushAt: Date | null; readonly pushStartedAt: Date | null }, now: Date): number | null {
  if (pushStartedAt === null || (pushAt !== null && pushAt >= pushStartedAt)) return null;
  const ms = now.getTime() - pushStartedAt.getTime();
  return ms <= MOST_RUN_MS ? ms : null;
}
