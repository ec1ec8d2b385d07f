import { isIP } from 'node:net';

const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/;
const NETWORK_GROUPS = 4;

/**
 * One spelling of an IP address: IPv4 that is mapped into IPv6 as IPv4, IPv6 compressed and in lower case, without brackets, port or zone.
 * Null for what is no address.
 */
export function canonicalIp(text: string | null | undefined): string | null {
  const bare = withoutPort((text ?? '').trim()).replace(/%.*$/, '').toLowerCase();
  const version = isIP(bare);
  if (version === 0) return null;
  if (version === 4) return bare;
  const short = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = MAPPED.exec(short);
  if (!mapped) return short;
  const [high, low] = [parseInt(mapped[2] ?? '0', 16), parseInt(mapped[3] ?? '0', 16)];
  return mapped[1] ?? [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** What shares one budget: an IPv4 address, or the /64 that one IPv6 customer has to choose from. All unknown ones are one. */
export function addressBudget(ip: string | null): string {
  if (!ip) return 'unknown';
  if (isIP(ip) !== 6) return ip;
  const [head = '', tail] = ip.split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return `${[...front, ...zeros, ...back].slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** Proxies write `[::1]:443` and `192.0.2.1:443` as well. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
  if (bracketed) return bracketed[1] ?? '';
  return /^[\d.]+:\d+$/.test(text) ? text.slice(0, text.indexOf(':')) : text;
}
