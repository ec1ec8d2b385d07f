import { ReplyError } from '../reply';
import { int64Of, integer, isInt64 } from './numbers';

/** How an expiry is written: in seconds or milliseconds, from now or since 1970. */
export interface ExpiryForm {
  readonly unitMs: 1 | 1000;
  readonly absolute: boolean;
}

/**
 * Takes an expiry as text and gives the time in milliseconds since 1970. `command`, in lower case, is named in the
 * ReplyError for a time that is out of range or, where `positive`, not above zero.
 */
export function expiryTime(text: string, form: ExpiryForm, command: string, now: number, positive: boolean): number {
  integer(text);
  const timeMs = (int64Of(text) ?? 0n) * BigInt(form.unitMs) + BigInt(form.absolute ? 0 : now);
  if ((positive && Number(text) <= 0) || !isInt64(timeMs)) throw new ReplyError(`ERR invalid expire time in '${command}' command`);
  return Number(timeMs);
}
