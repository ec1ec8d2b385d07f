import { promises as dns, type LookupAddress } from 'node:dns';

const running = new Map<string, Promise<readonly LookupAddress[]>>();

/**
 * All addresses of a name as programs on this machine get them, hosts file included. Rejects with the system's error.
 * Only one question for a name is open at a time: the system's resolver takes no abort, and a name that hangs would
 * otherwise take one more of its few threads in every round.
 */
export function resolveName(name: string): Promise<readonly LookupAddress[]> {
  const open = running.get(name);
  if (open) return open;
  const asked = dns.lookup(name, { all: true }).finally(() => running.delete(name));
  running.set(name, asked);
  return asked;
}
