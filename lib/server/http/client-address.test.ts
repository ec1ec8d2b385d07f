import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readServerSettings } from '../env';
import { clientAddress } from './client-address';
import { addressBudget, canonicalIp } from './ip-address';
import { judgeHeaders } from './judge-sender';
import { parseTrustedProxies } from './trusted-proxies';

function trusted(text: string) {
  const result = parseTrustedProxies(text);
  if ('wrong' in result) throw new Error(result.wrong);
  return result.proxies;
}

function judged(headers: IncomingHttpHeaders, peer: string | undefined, proxies = ''): IncomingHttpHeaders {
  judgeHeaders(headers, peer, trusted(proxies));
  return headers;
}

describe('the address of a caller', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is the socket’s, whatever a stranger says about itself', () => {
    const lies = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9', 'x-vercel-forwarded-for': '203.0.113.9', 'x-watchroom-judged': 'yes' };
    expect(clientAddress(judged({ ...lies }, '192.0.2.1'))).toBe('192.0.2.1');
    expect(clientAddress(new Headers(lies))).toBeNull();
    expect(clientAddress({ ...lies })).toBeNull();
    expect(clientAddress(judged({ ...lies }, undefined))).toBeNull();
  });

  it('leaves nothing of a stranger’s forwarding headers, and the host that a trusted proxy names', () => {
    const told = { host: 'board', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '1', 'x-vercel-id': 'x' };
    expect(Object.keys(judged({ ...told }, '192.0.2.1')).sort()).toEqual(['host', 'x-forwarded-for', 'x-watchroom-judged']);
    expect(judged({ ...told }, '192.0.2.1', '192.0.2.0/24')).toMatchObject({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' });
    expect(judged({ ...told }, '192.0.2.1', '192.0.2.0/24')).not.toHaveProperty('x-vercel-id');
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['10.9.9.9, 10.1.2.3', '10.9.9.9'],
    ['1.1.1.1, unknown, 10.1.2.3', '10.1.2.3'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['', '10.0.0.1'],
    ['words', '10.0.0.1'],
  ])('is, of "%s" from a trusted proxy, the right-most that is no proxy: %s', (list, address) => {
    for (const peer of ['10.0.0.1', '::ffff:10.0.0.1']) expect(clientAddress(judged({ 'x-forwarded-for': list }, peer, '10.0.0.0/8'))).toBe(address);
  });

  it('is the platform’s own word on Vercel', () => {
    vi.stubEnv('VERCEL', '1');
    expect(clientAddress(new Headers({ 'x-forwarded-for': '1.1.1.1', 'x-real-ip': '192.0.2.2', 'x-vercel-forwarded-for': '192.0.2.1' }))).toBe('192.0.2.1');
    expect(clientAddress(new Headers({ 'x-forwarded-for': '1.1.1.1', 'x-real-ip': '192.0.2.2' }))).toBe('192.0.2.2');
    expect(clientAddress(new Headers({ 'x-real-ip': 'words' }))).toBeNull();
  });

  it('has one spelling', () => {
    expect(['::FFFF:1.2.3.4', '::ffff:102:304', '1.2.3.4:80', ' 1.2.3.4 '].map(canonicalIp)).toEqual(Array(4).fill('1.2.3.4'));
    expect(['2001:DB8:0:0:0:0:0:1', '[2001:db8::1]', '2001:db8::1%eth0'].map(canonicalIp)).toEqual(Array(3).fill('2001:db8::1'));
    expect(['', 'localhost', '1.2.3', '1.2.3.4.5', '<b>', '1.2.3.4\n5', null].map(canonicalIp)).toEqual(Array(7).fill(null));
  });

  it('shares a budget with its /64 only', () => {
    expect(addressBudget('192.0.2.1')).toBe('192.0.2.1');
    expect(addressBudget('2001:db8:1:2:3:4:5:6')).toBe(addressBudget('2001:db8:1:2::9'));
    expect(addressBudget('2001:db8:1:3::9')).not.toBe(addressBudget('2001:db8:1:2::9'));
    expect(addressBudget('2001:db8::9')).toBe('2001:db8:0:0::/64');
    expect(addressBudget('::1')).toBe('0:0:0:0::/64');
    expect(addressBudget(null)).toBe('unknown');
  });

  it.each(['10.0.0.0/33', '10.0.0', 'proxy.example', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/129', '::ffff:10.0.0.0/104', '10.0.0.0/8; 1.1.1.1'])('a list with %s in it stops the start with one line', (entry) => {
    const read = () => readServerSettings({ DATABASE_URL: 'postgres://x', UPSTASH_REDIS_REST_URL: 'http://x', UPSTASH_REDIS_REST_TOKEN: 'x', NEXTAUTH_SECRET: 'x'.repeat(32), TRUSTED_PROXIES: `127.0.0.1, ${entry}` });
    expect(read).toThrow(/^Watchroom cannot start: TRUSTED_PROXIES must be a comma list of IP addresses and CIDR blocks, such as 10\.0\.0\.0\/8, 192\.0\.2\.7\. See \.env\.example\.$/);
  });
});
