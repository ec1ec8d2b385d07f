import { AppError } from '@/lib/server/errors';
import { openRoute } from '@/lib/server/http/open-route';
import { readStatusSummary } from '@/lib/server/services/infrastructure/summary';

export const dynamic = 'force-dynamic';

const HEADERS = { 'cache-control': 'public, max-age=10, s-maxage=10, stale-while-revalidate=30', 'access-control-allow-origin': '*' };

/** `GET /api/status/summary.json`, without sign-in, in Statuspage's shape: 404 unless an admin switched it on. */
export const GET = openRoute(async (request) => {
  const summary = await readStatusSummary(originOf(request));
  if (!summary) throw new AppError('not_found', 'There is no public status here.');
  return Response.json(summary, { headers: HEADERS });
});

/** Where the reader reached this instance: the address of the request itself is the one that the server gave itself. */
function originOf({ headers, url }: Request): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(url).protocol.slice(0, -1);
  const told = `${scheme}://${host}`;
  return host !== null && /^https?$/.test(scheme) && URL.canParse(told) ? new URL(told).origin : new URL(url).origin;
}
