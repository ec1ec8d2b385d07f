import { readHealth } from '@/lib/server/services/health/read';
import { json } from '@/lib/server/http/route';

export const dynamic = 'force-dynamic';

/** `GET /api/health`, without sign-in: 200 while everything answers, else 503. Says which part, never why. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return json(health, health.status === 'ok' ? 200 : 503);
}
