import 'server-only';
import { ownValue } from '@/lib/core/own-value';
import { canonicalIp } from './ip-address';
import { JUDGED_HEADER, judgeMark } from './judge-sender';

type HeaderSource = Headers | Readonly<Record<string, unknown>>;

/**
 * The IP address that a request comes from, in one spelling; null when it is not known. Takes its headers, as a Headers object
 * or as Node's record. On Vercel the platform's own header says it, elsewhere `judgeSenders` has written it down.
 */
export function clientAddress(headers: HeaderSource): string | null {
  if (process.env.VERCEL) return canonicalIp(firstOf(headerOf(headers, 'x-vercel-forwarded-for') ?? headerOf(headers, 'x-real-ip')));
  // Whatever reached us before the hook was in place, or past it, names no address.
  return headerOf(headers, JUDGED_HEADER) === judgeMark() ? canonicalIp(headerOf(headers, 'x-forwarded-for')) : null;
}

function headerOf(headers: HeaderSource, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const value = ownValue(headers, name);
  return typeof value === 'string' ? value : null;
}

function firstOf(list: string | null): string | null {
  return list?.split(',')[0] ?? null;
}
