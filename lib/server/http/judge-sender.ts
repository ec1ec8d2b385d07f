import 'server-only';
import { randomUUID } from 'node:crypto';
import { IncomingMessage, Server, type IncomingHttpHeaders } from 'node:http';
import { canonicalIp } from './ip-address';
import type { TrustedProxies } from './trusted-proxies';

/** Shows that the headers beside it were judged in this process; its value is known to nobody outside. */
export const JUDGED_HEADER = 'x-watchroom-judged';

const EVENTS: ReadonlySet<unknown> = new Set(['request', 'checkContinue', 'checkExpectation', 'upgrade', 'connect']);
const ALWAYS_DROPPED = /^(?:forwarded|x-real-ip|x-client-ip|x-vercel-.*|x-watchroom-.*)$/;
const DROPPED_FROM_STRANGERS = /^x-forwarded-/;

// Next bundles this module more than once: what must be one in the process hangs on globalThis.
const MARK = Symbol.for('watchroom.judge-mark');
const HOOKED = Symbol.for('watchroom.judge-hooked');
const shared = globalThis as typeof globalThis & { [MARK]?: string; [HOOKED]?: boolean };

/** The secret of this process that {@link JUDGED_HEADER} bears. */
export function judgeMark(): string {
  return (shared[MARK] ??= randomUUID());
}

/**
 * From now on every request to an HTTP server of this process bears the truth about its sender before anything reads it: Next, next-auth,
 * pages and the edge routes all believe `X-Forwarded-*` from anybody, and route handlers cannot see the socket.
 */
export function judgeSenders(trusted: TrustedProxies): void {
  if (shared[HOOKED]) return;
  shared[HOOKED] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function judged(this: Server, event: string | symbol, ...rest: unknown[]) {
    const [request] = rest;
    if (EVENTS.has(event) && request instanceof IncomingMessage) judgeHeaders(request.headers, request.socket.remoteAddress, trusted);
    return Reflect.apply(emit, this, [event, ...rest]) as boolean;
  };
}

/** Rewrites the forwarding headers of one request: what is left afterwards is known, not claimed. */
export function judgeHeaders(headers: IncomingHttpHeaders, peer: string | undefined, trusted: TrustedProxies): void {
  const sender = canonicalIp(peer);
  const isProxy = sender !== null && trusted.has(sender);
  const address = isProxy ? throughProxies(sender, headers['x-forwarded-for'], trusted) : sender;
  for (const name of Object.keys(headers)) {
    if (ALWAYS_DROPPED.test(name) || (!isProxy && DROPPED_FROM_STRANGERS.test(name))) delete headers[name];
  }
  if (address) headers['x-forwarded-for'] = address;
  else delete headers['x-forwarded-for'];
  headers[JUDGED_HEADER] = judgeMark();
}

/** The right-most address that is no proxy of ours; each proxy appends the one it heard from, so what stands left of that is a claim. */
function throughProxies(sender: string, forwardedFor: string | string[] | undefined, trusted: TrustedProxies): string {
  const hops = [forwardedFor ?? ''].flat().join(',').split(',').reverse();
  let last = sender;
  for (const hop of hops) {
    const ip = canonicalIp(hop);
    if (!ip) return last;
    last = ip;
    if (!trusted.has(ip)) return ip;
  }
  return last;
}
