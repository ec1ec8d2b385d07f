import type { Fetch } from '@/lib/queries/http';

/** The requests of somebody signed in, each to the address that `pick` gives at that moment. */
export function fetchAs(cookie: string, pick: () => string): Fetch {
  return (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(pick() + path, { ...init, headers });
  };
}
