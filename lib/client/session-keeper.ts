const EVERY_MS = 6 * 3_600_000;

/** Renews the sign-in while the page is open, so that a board left open for weeks stays signed in. Gives back its undo. */
export function keepSession(): () => void {
  // Asking for the session is what makes next-auth write a fresh token into the cookie.
  const renew = () => void fetch('/api/auth/session', { credentials: 'same-origin', cache: 'no-store' }).catch(() => undefined);
  const timer = setInterval(renew, EVERY_MS);
  return () => clearInterval(timer);
}
