// Any origin will do: what leaves it was not a path of ours.
const SOMEWHERE = 'http://watchroom.invalid';

/** Where to go after signing in: a path of this site, or home for anything else. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/')) return '/';
  const url = URL.parse(wanted, SOMEWHERE);
  if (!url || url.origin !== SOMEWHERE || url.pathname.startsWith('/sign-in')) return '/';
  return url.pathname + url.search + url.hash;
}
