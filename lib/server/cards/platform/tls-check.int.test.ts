import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { type Certificate, inDays, makeAuthority } from '@/lib/server/monitoring/probes/testing/certificates';
import type { Endpoint } from './hosts-of-settings';
import { tlsCheck } from './tls-check';

const authority = makeAuthority();
const servers: Server[] = [];
const sockets = new Set<Socket>();
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const serveTls = (certificate: Certificate) => listen(createTlsServer(certificate));

/** Answers the wish for TLS as PostgreSQL does. */
const servePostgres = (answer: 'S' | 'N', certificate: Certificate) =>
  listen(
    createServer((socket) => {
      socket.once('data', (wish: Buffer) => {
        expect(wish.toString('hex')).toBe('0000000804d2162f');
        socket.write(answer);
        if (answer === 'S') new TLSSocket(socket, { isServer: true, ...certificate }).on('error', () => undefined);
      });
    }),
  );

const endpoint = (rest: Partial<Endpoint>): Endpoint => ({ label: 'Database', host: 'localhost', port: 1, transport: 'tls', isVerified: true, ...rest });
const look = (rest: Partial<Endpoint>, trusted = true, signal = new AbortController().signal) => tlsCheck(endpoint(rest), { now: Date.now(), signal, ...(trusted && { ca: authority.cert }) });

test('a certificate is valid until its date, and a warning three weeks before', async () => {
  const end = inDays(80.5);
  expect(await look({ port: await serveTls(authority.issue(inDays(-1), end)) })).toEqual({ label: 'Database', state: 'ok', words: `The certificate is valid until ${end.toISOString().slice(0, 10)}, for 80 more days.` });
  expect(await look({ port: await serveTls(authority.issue(inDays(-1), inDays(20.5))) })).toMatchObject({ state: 'warning', words: expect.stringMatching(/for 20 more days\. See that it is renewed\.$/) });
});

test('an expired certificate, one of a stranger and one for another name have failed', async () => {
  const port = await serveTls(authority.issue(inDays(-1), inDays(80)));
  expect(await look({ port: await serveTls(authority.issue(inDays(-9), inDays(-1))) })).toMatchObject({ state: 'failed', words: 'The certificate has expired.' });
  expect(await look({ port }, false)).toMatchObject({ state: 'failed', words: expect.stringMatching(/not trusted/) });
  expect(await look({ port, isVerified: false }, false)).toMatchObject({ state: 'warning', words: expect.stringMatching(/The settings take it all the same\.$/) });
  const other = await serveTls(authority.issue(inDays(-1), inDays(80), 'other.example'));
  expect(await look({ port: other })).toMatchObject({ state: 'failed', words: 'The certificate is for another name.' });
});

test('a database is asked for TLS in its own way', async () => {
  const certificate = authority.issue(inDays(-1), inDays(80.5));
  expect(await look({ transport: 'starttls', port: await servePostgres('S', certificate) })).toMatchObject({ state: 'ok', words: expect.stringMatching(/for 80 more days/) });
  expect(await look({ transport: 'starttls', port: await servePostgres('N', certificate) })).toMatchObject({ state: 'unknown', words: 'Its certificate could not be looked at: the database does not offer TLS.' });
});

test('what cannot be reached is not known', async () => {
  const port = await listen(createServer((socket) => socket.destroy()));
  expect(await look({ port })).toMatchObject({ state: 'unknown', words: 'Its certificate could not be looked at: the connection was cut.' });
  expect(await look({ port, transport: 'starttls' })).toMatchObject({ state: 'unknown', words: 'Its certificate could not be looked at: the connection was cut.' });
});

test('what is not encrypted is well on this machine only', async () => {
  expect(await look({ transport: 'plain', host: '127.0.0.1' })).toMatchObject({ state: 'ok', words: expect.stringMatching(/does not leave this machine/) });
  expect(await look({ transport: 'plain', host: 'db.example.org' })).toMatchObject({ state: 'warning' });
  expect(await look({ host: null })).toMatchObject({ state: 'unknown' });
});

test('it ends with the signal', async () => {
  const port = await listen(createServer());
  const controller = new AbortController();
  const looking = look({ port }, true, controller.signal);
  controller.abort(new Error('given up'));
  await expect(looking).rejects.toThrow('given up');
});
