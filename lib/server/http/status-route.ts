import 'server-only';
import { publicOrigin } from '../env';
import { AppError } from '../errors';
import { documentOf } from '../services/status-page/documents';
import { readStatusPage } from '../services/status-page/read';
import { openRoute } from './open-route';

const ANY_SITE = { 'access-control-allow-origin': '*' };
const SHARED = 'public, max-age=10, s-maxage=10, stale-while-revalidate=30';

/**
 * A document of the public status, named by its path as in Statuspage's API: 404 unless an admin switched it on. It names the
 * board's own address; while no setting says which that is, it is the one that this reader used, so no cache may keep it for others.
 */
export const statusDocument = (request: Request, path: string) =>
  openRoute(async () => {
    const own = publicOrigin();
    const page = await readStatusPage(own ?? requestOrigin(request));
    const document = page && documentOf(path, page);
    if (!document) throw new AppError('not_found', 'There is no public status here.');
    return Response.json(document, { headers: { ...ANY_SITE, 'cache-control': own ? SHARED : 'no-store' } });
  })(request);

/** Where the reader reached this instance: the address of the request itself is the one that the server gave itself. */
function requestOrigin({ headers, url }: Request): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(url).protocol.slice(0, -1);
  const told = `${scheme}://${host}`;
  return host !== null && /^https?$/.test(scheme) && URL.canParse(told) ? new URL(told).origin : new URL(url).origin;
}
