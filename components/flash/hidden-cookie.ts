/** The session cookie with the messages put away; a cookie, so that the server's first paint leaves them out too. */
export const HIDDEN_COOKIE = 'watchroom.hidden';

const MOST = 40;

/** Reads the cookie's value. */
export function parseHidden(value: string | undefined): string[] {
  return (value ?? '').split('.').filter((id) => /^[0-9A-Za-z_-]{1,64}$/.test(id));
}

/** The cookie's value. Only the newest are kept: the cookie travels with every request. */
export function formatHidden(ids: readonly string[]): string {
  return ids.slice(-MOST).join('.');
}
