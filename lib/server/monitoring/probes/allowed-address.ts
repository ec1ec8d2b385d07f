import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { LookupAddress } from 'node:dns';
import { ProbeError } from './probe-error';
import { resolveName } from './resolve-name';

/** The address may not be probed. */
export class RefusedAddressError extends ProbeError {
  constructor(what: string) {
    super(`${what} may not be probed. Choose another address.`);
  }
}

/** Names of cloud metadata services, whatever they resolve to here. */
const REFUSED_NAMES: ReadonlySet<string> = new Set(['metadata.google.internal', 'metadata.goog']);

/**
 * Addresses that no dispatch room watches, but that give away a cloud machine's credentials (link-local and the rest
 * of the metadata services), or that are no single machine's. Private ranges and loopback are allowed on purpose.
 */
const REFUSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['192.0.0.192', 32],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
];
const REFUSED_V6: readonly (readonly [string, number])[] = [
  ['::', 128],
  // IPv4 addresses written as IPv6 in ways nobody uses but to get around a list (RFC 4291 2.5.5.1, RFC 3056).
  ['2002::', 16],
  ['fd00:42::42', 128],
  ['fd00:ec2::', 32],
  ['fd20:ce::254', 128],
  ['fe80::', 10],
  ['ff00::', 8],
];

const refused = refusedAddresses();

/** Whether an IP address, in any form `isIP` takes, may not be probed. IPv4 mapped into IPv6 counts as IPv4. */
export function isRefusedAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  return refused.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Throws RefusedAddressError for a literal address or a name that may not be probed. `host` without brackets.
 * Needed beside the lookup: for a literal address no lookup is made.
 */
export function assertAllowedHost(host: string): void {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isIP(name) === 0 ? REFUSED_NAMES.has(name) : isRefusedAddress(name)) throw new RefusedAddressError(host);
}

/**
 * A lookup for sockets that resolves a name and fails with RefusedAddressError when any of its addresses may not be
 * probed. The socket connects to what was checked, so a name that changes its address in between gains nothing.
 */
export function guardLookup(resolve: (name: string) => Promise<readonly LookupAddress[]>): LookupFunction {
  return (name, { family, all }, callback) => {
    const wanted = family === 4 || family === 'IPv4' ? 4 : family === 6 || family === 'IPv6' ? 6 : 0;
    checked(name, resolve).then(
      (addresses) => {
        const fitting = addresses.filter((one) => wanted === 0 || one.family === wanted);
        const [first] = fitting;
        if (first === undefined) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
        else if (all) callback(null, fitting);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

/** {@link guardLookup} over what this machine resolves. */
export const guardedLookup: LookupFunction = guardLookup(resolveName);

async function checked(name: string, resolve: (name: string) => Promise<readonly LookupAddress[]>): Promise<LookupAddress[]> {
  assertAllowedHost(name);
  const addresses = [...(await resolve(name))];
  const bad = addresses.find(({ address }) => isRefusedAddress(address));
  if (bad) throw new RefusedAddressError(`${name} is at ${bad.address}, which`);
  return addresses;
}

function refusedAddresses(): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of REFUSED_V4) {
    list.addSubnet(net, prefix, 'ipv4');
    // Where a network reaches IPv4 by translation only (RFC 6052), this prefix is the same machine.
    list.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6');
  }
  for (const [net, prefix] of REFUSED_V6) list.addSubnet(net, prefix, 'ipv6');
  // IPv4-compatible IPv6 addresses (RFC 4291 2.5.5.1), which leaves out ::1.
  list.addRange('::2', '::ffff:ffff', 'ipv6');
  return list;
}
