import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Takes the token clients must send and gives a check for `Authorization` header values.
 * Digests are compared, so the time taken tells neither how much of a guess is right nor how long the token is.
 */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const expected = digest(token);
  return (header) => header !== undefined && /^bearer /i.test(header) && timingSafeEqual(digest(header.slice(7).trim()), expected);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
