/**
 * Whether a request comes from our own pages, or from no page at all (a program). Browsers send
 * `Sec-Fetch-Site` (W3C Fetch Metadata) and `Origin` (RFC 6454) and no page can forge either.
 * Ours is the request's Host, or X-Forwarded-Host behind a proxy.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (!origin) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'));
}
