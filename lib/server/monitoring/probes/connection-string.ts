import { ProbeError } from './probe-error';

/** A connection string, taken apart. Nothing that stands after the question mark is obeyed here: see `query`. */
export interface ConnectionParts {
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The path without its first slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Takes a connection string apart here instead of in a driver: drivers obey options in it that would read files of
 * this machine or lead to another host than the one that is checked. Throws ProbeError.
 */
export function connectionParts(text: string, protocols: readonly string[], defaultPort: number): ConnectionParts {
  if (!URL.canParse(text)) throw new ProbeError('The connection string cannot be read. Write it anew; special characters in the password must be percent-encoded.');
  const url = new URL(text);
  if (!protocols.includes(url.protocol)) throw new ProbeError(`The connection string must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`);
  if (url.hostname === '' || url.hostname.includes('%') || url.searchParams.has('host')) throw new ProbeError('The connection string must name a host, before the question mark.');
  return {
    protocol: url.protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    user: decoded(url.username),
    password: decoded(url.password),
    path: decoded(url.pathname.slice(1)),
    query: url.searchParams,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ProbeError('The connection string has a % that begins no percent-encoding. Write %25 instead.');
  }
}
