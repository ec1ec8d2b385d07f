import { afterAll, beforeAll, expect, test } from 'vitest';
import { probeDns } from './dns';
import { errorWords } from './error-words';
import { runProbe } from './run-probe';
import { calm, configOf } from './testing/configs';
import { labels, type NameServer, startNameServer, TYPES } from './testing/name-server';

let server: NameServer;
beforeAll(async () => {
  server = await startNameServer();
});
afterAll(() => server.close());

const ask = (rest: Record<string, unknown>, signal = calm()) => probeDns(configOf('dns', { name: 'plant.example', ...rest }), signal, [server.address]);
const unused = () => Promise.reject(new Error('not asked'));
const run = (rest: Record<string, unknown>) =>
  runProbe({ config: configOf('dns', rest), secret: null, timeoutMs: 30_000, warnLatencyMs: null }, { ownOrigin: 'http://127.0.0.1:1', own: { database: unused, redis: unused, stream: unused } });

test('localhost is resolved as programs on this machine do', async () => {
  expect(await run({ name: 'localhost' })).toEqual({ outcome: 'ok', latencyMs: expect.any(Number), message: null });
  expect(await run({ name: 'localhost', expects: '10.9.8.7' })).toMatchObject({ outcome: 'fail', message: '10.9.8.7 is not among the answers.', reading: expect.stringMatching(/127\.0\.0\.1|::1/) });
});

test('a name that does not exist is told as such', async () => {
  expect(await run({ name: 'nobody.invalid' })).toMatchObject({ outcome: 'fail', message: expect.stringMatching(/^The name (cannot be resolved|server does not answer)\.$/) });
});

test.each([
  ['A', [Buffer.from([10, 0, 0, 7]), Buffer.from([10, 0, 0, 8])], '10.0.0.8'],
  ['AAAA', [Buffer.from('fd000000000000000000000000000007', 'hex')], 'FD00::7'],
  ['CNAME', [labels('other.example')], 'OTHER.example.'],
  ['NS', [labels('ns1.example')], 'ns1.example'],
  ['MX', [Buffer.concat([Buffer.from([0, 10]), labels('mail.example')])], 'mail.example'],
  ['TXT', [Buffer.from('\x03v=1\x05 more')], 'v=1 more'],
] as const)('%s records are read and compared', async (record, data, expects) => {
  server.records = (name, type) => (name.toLowerCase() === 'plant.example' && type === TYPES[record] ? data : 3);
  expect(await ask({ record })).toMatchObject({ outcome: 'ok', message: null });
  expect(await ask({ record, expects })).toMatchObject({ outcome: 'ok', message: null });
  expect(await ask({ record, expects: 'something.else' })).toMatchObject({ outcome: 'fail', message: 'something.else is not among the answers.', reading: expect.any(String) });
});

test('many answers are told shortly', async () => {
  server.records = () => [1, 2, 3, 4, 5].map((last) => Buffer.from([10, 0, 0, last]));
  const look = await ask({ record: 'A', expects: '10.0.0.9' });
  expect(look).toMatchObject({ message: '10.0.0.9 is not among the answers.', reading: expect.stringMatching(/^10\.0\.0\.\d, 10\.0\.0\.\d, 10\.0\.0\.\d and 2 more$/) });
});

test.each([
  [3, 'The name cannot be resolved.'],
  [2, 'The name server failed.'],
  [5, 'The name server refuses to answer.'],
])('a name server that answers with code %i is told in words', async (code, words) => {
  server.records = () => code;
  expect(errorWords(await ask({ record: 'A' }).catch((error: unknown) => error))).toBe(words);
});

test('a name without such a record is told as such', async () => {
  server.records = () => [];
  expect(errorWords(await ask({ record: 'MX' }).catch((error: unknown) => error))).toBe('The name has no such record.');
});

test('a name server that says nothing is given up when the signal aborts', async () => {
  const asked = new Promise<void>((resolve) => {
    server.records = () => {
      resolve();
      return null;
    };
  });
  const ending = new AbortController();
  const looking = ask({ record: 'A' }, ending.signal);
  await asked;
  ending.abort();
  await expect(looking).rejects.toMatchObject({ code: 'ECANCELLED' });
});
