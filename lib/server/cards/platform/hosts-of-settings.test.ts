import { expect, test } from 'vitest';
import { hostsOfSettings, isLoopback } from './hosts-of-settings';

const database = (url: string) => hostsOfSettings({ DATABASE_URL: url })[0];

test('each setting gives its host and port, and nothing that is secret', () => {
  const found = hostsOfSettings({
    DATABASE_URL: 'postgresql://bob:s3cret@DB.example.org/watchroom?sslmode=require',
    UPSTASH_REDIS_REST_URL: 'https://name.example.com',
    REDIS_URL: 'rediss://:s3cret@[fd00::7]:6380',
    NEXTAUTH_URL: 'http://localhost:3000/s3cret',
    METRICS_TOKEN: 's3cret',
  });
  expect(found).toEqual([
    { label: 'Database', host: 'db.example.org', port: 5432, transport: 'starttls', isVerified: true },
    { label: 'Redis over REST', host: 'name.example.com', port: 443, transport: 'tls', isVerified: true },
    { label: 'Redis behind it', host: 'fd00::7', port: 6380, transport: 'tls', isVerified: true },
    { label: 'Web address', host: 'localhost', port: 3000, transport: 'plain', isVerified: true },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/s3cret|bob/);
});

test('what is not set is left out; what cannot be read has no host', () => {
  expect(hostsOfSettings({})).toEqual([]);
  expect(hostsOfSettings({ NEXTAUTH_URL: '  ' })).toEqual([]);
  for (const url of ['s3cret', 'mysql://db', 'postgresql://bob:s3c/ret@db:5432/x', 'postgresql://a,b:1/x', 'postgresql://b%20b/x']) {
    expect(database(url)).toMatchObject({ label: 'Database', host: null });
  }
});

test.each([
  ['postgresql://db/x', 'plain', true],
  ['postgresql://db/x?sslmode=disable', 'plain', true],
  ['postgres://db/x?ssl=true', 'starttls', true],
  ['postgresql://db/x?sslmode=no-verify', 'starttls', false],
])('%s is spoken to over %s', (url, transport, isVerified) => {
  expect(database(url)).toMatchObject({ host: 'db', transport, isVerified });
});

test('a host behind the question mark counts, and a socket is this machine', () => {
  expect(database('postgresql:///x?host=other.example')).toMatchObject({ host: 'other.example' });
  expect(database('postgresql://bob@localhost/x?host=/var/run/postgresql')).toMatchObject({ host: 'localhost' });
});

test.each([
  ['localhost', true], ['127.0.0.1', true], ['127.9.9.9', true], ['::1', true], ['board.localhost', true],
  ['127.example.org', false], ['10.0.0.1', false], ['localhost.example.org', false],
])('%s is this machine: %s', (host, own) => {
  expect(isLoopback(host)).toBe(own);
});
