import { failure, type Look, warning, well } from './look';

const DAY_MS = 86_400_000;

/** What the end of a certificate's validity means now. Times in milliseconds since the epoch. */
export function judgeValidity(validTo: number, now: number, warnDays: number, latencyMs: number): Look {
  const days = (validTo - now) / DAY_MS;
  if (Number.isNaN(days)) return failure('The certificate does not say when it ends.', latencyMs);
  if (days < 0) return failure('The certificate has expired.', latencyMs);
  return days < warnDays ? warning(`The certificate ends in ${inDays(Math.floor(days))}.`, latencyMs) : well(latencyMs);
}

function inDays(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}
