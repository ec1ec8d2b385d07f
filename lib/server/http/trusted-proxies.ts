import { BlockList, isIP } from 'node:net';
import { canonicalIp } from './ip-address';

/** The proxies whose word about a sender is taken. */
export interface TrustedProxies {
  has(ip: string): boolean;
}

/** Reads a comma list of addresses and CIDR blocks. Gives the first entry that is neither as `wrong`. */
export function parseTrustedProxies(text: string): { proxies: TrustedProxies } | { wrong: string } {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    if (!addEntry(list, entry)) return { wrong: entry };
  }
  return { proxies: { has: (ip) => isIP(ip) !== 0 && list.check(ip, familyOf(ip)) } };
}

function addEntry(list: BlockList, entry: string): boolean {
  const [address = '', prefix, more] = entry.split('/');
  const ip = isIP(address) ? canonicalIp(address) : null;
  if (!ip || more !== undefined) return false;
  if (prefix === undefined) {
    list.addAddress(ip, familyOf(ip));
    return true;
  }
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
  // A block of IPv4 addresses in IPv6 spelling would need its prefix counted differently: write it as IPv4.
  if (isIP(ip) !== isIP(address) || !(bits <= (isIP(ip) === 4 ? 32 : 128))) return false;
  list.addSubnet(ip, bits, familyOf(ip));
  return true;
}

function familyOf(ip: string): 'ipv4' | 'ipv6' {
  return isIP(ip) === 4 ? 'ipv4' : 'ipv6';
}
