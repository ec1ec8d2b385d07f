import 'server-only';
import { AppError } from '../errors';
import { documentOf } from '../services/status-page/documents';
import { readStatusPage } from '../services/status-page/read';
import { openRoute } from './open-route';

const HEADERS = { 'cache-control': 'public, max-age=10, s-maxage=10, stale-while-revalidate=30', 'access-control-allow-origin': '*' };

/** A document of the public status, named by its path as in Statuspage's API: 404 unless an admin switched it on. */
export const statusDocument = (request: Request, path: string) =>
  openRoute(async () => {
    const page = await readStatusPage(originOf(request));
    const document = page && documentOf(path, page);
    if (!document) throw new AppError('not_found', 'There is no public status here.');
    return Response.json(document, { headers: HEADERS });
  })(request);

/** Where the reader reached this instance: the address of the request itself is the one that the server gave itself. */
function originOf({ headers, url }: Request): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(url).protocol.slice(0, -1);
  const told = `${scheme}://${host}`;
  return host !== null && /^https?$/.test(scheme) && URL.canParse(told) ? new URL(told).origin : new URL(url).origin;
}
