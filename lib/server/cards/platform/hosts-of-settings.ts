import { ownValue } from '@/lib/core/own-value';
import type { Environment } from './setting-checks';

/** A server that the settings name. Nothing of it is secret: no user, no password, no path. */
export interface Endpoint {
  /** What it is, for a person. */
  readonly label: string;
  /** A name or an address without brackets; null where the setting cannot be read. */
  readonly host: string | null;
  readonly port: number;
  /** How it is spoken to. `starttls`: PostgreSQL's way to begin TLS on a plain connection. */
  readonly transport: 'plain' | 'tls' | 'starttls';
  /** Whether its certificate must be trusted. */
  readonly isVerified: boolean;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80, 'rediss:': 6_379, 'redis:': 6_379, 'postgres:': 5_432, 'postgresql:': 5_432 };

const SOURCES = [
  { label: 'Database', name: 'DATABASE_URL' },
  { label: 'Redis over REST', name: 'UPSTASH_REDIS_REST_URL' },
  { label: 'Redis behind it', name: 'REDIS_URL' },
  { label: 'Web address', name: 'NEXTAUTH_URL' },
] as const;

/** Every server that the settings name; what is not set is left out. */
export function hostsOfSettings(env: Environment): Endpoint[] {
  return SOURCES.flatMap(({ label, name }) => {
    const text = env[name]?.trim();
    return text ? [endpointOf(label, text)] : [];
  });
}

function endpointOf(label: string, text: string): Endpoint {
  const unreadable: Endpoint = { label, host: null, port: 0, transport: 'plain', isVerified: true };
  if (!URL.canParse(text)) return unreadable;
  const url = new URL(text);
  const defaultPort = ownValue(DEFAULT_PORTS, url.protocol);
  // PostgreSQL's drivers take a host from behind the question mark, too; a folder there is a socket of this machine.
  const named = url.searchParams.get('host') || url.hostname;
  const host = named.startsWith('/') ? 'localhost' : named.replace(/^\[|\]$/g, '').toLowerCase();
  if (defaultPort === undefined || !/^[a-z0-9._:-]+$/.test(host)) return unreadable;
  return { label, host, port: url.port === '' ? defaultPort : Number(url.port), ...transportOf(url) };
}

function transportOf(url: URL): Pick<Endpoint, 'transport' | 'isVerified'> {
  if (url.protocol === 'https:' || url.protocol === 'rediss:') return { transport: 'tls', isVerified: true };
  const mode = url.searchParams.get('sslmode');
  const isEncrypted = url.protocol.startsWith('postgres') && (mode === null ? url.searchParams.get('ssl') === 'true' : mode !== 'disable');
  return { transport: isEncrypted ? 'starttls' : 'plain', isVerified: mode !== 'no-verify' };
}

/** Whether a host is this machine itself, so that nobody on the way can listen. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
