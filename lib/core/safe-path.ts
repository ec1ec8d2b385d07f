// Any origin will do: what leaves it was not a path of ours.
const SOMEWHERE = 'http://watchroom.invalid';
const HOME = '/';

/**
 * Where to go after signing in or out: a path of this site, or home for anything else. Resolved against any origin of
 * http(s), the path stays on that origin. `origin`: addresses of this one count as paths.
 */
export function safePath(wanted: unknown, origin: string = SOMEWHERE): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, origin)) return HOME;
  const url = new URL(wanted, origin);
  if (url.origin !== new URL(origin).origin || (!wanted.startsWith('/') && !wanted.startsWith(`${origin}/`))) return HOME;
  // Dots and backslashes are resolved by now; two slashes at the start would name another host.
  const path = url.pathname.replace(/^\/+/, '/');
  return path.startsWith('/sign-in') ? HOME : path + url.search + url.hash;
}
