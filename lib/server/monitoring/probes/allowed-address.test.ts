import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { assertAllowedHost, guardLookup, isRefusedAddress, RefusedAddressError } from './allowed-address';

test.each([
  '169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', '192.0.0.192', '0.0.0.0', '0.1.2.3',
  '224.0.0.1', '239.255.255.255', '255.255.255.255', '240.0.0.1',
  '::', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'ff02::1', 'fd00:ec2::254', 'fd00:ec2::23', 'fd00:42::42', 'fd20:ce::254',
  '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '::ffff:0.0.0.0', '::169.254.169.254', '64:ff9b::169.254.169.254', '64:ff9b::6464:64c8', '2002:a9fe:a9fe::1',
])('%s may not be probed', (address) => {
  expect(isRefusedAddress(address)).toBe(true);
  expect(() => assertAllowedHost(address)).toThrow(new RefusedAddressError(address));
});

test.each([
  '127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '172.16.3.4', '192.168.1.1', '100.100.100.199', '100.64.0.1', '192.0.0.191', '169.253.255.255', '169.255.0.0', '223.255.255.255',
  'fd00::1', 'fd00:ec1::1', 'fec0::1', '64:ff9b::10.0.0.1', '8.8.8.8', '2606:4700::1111', 'alarm.internal',
])('%s may be probed', (address) => {
  expect(() => assertAllowedHost(address)).not.toThrow();
});

test.each(['metadata.google.internal', 'METADATA.google.internal.', 'metadata.goog'])('the name %s may not be probed', (name) => {
  expect(() => assertAllowedHost(name)).toThrow('may not be probed');
});

test.each(['http://2852039166/', 'http://0xA9FEA9FE/', 'http://0251.0376.0251.0376/', 'http://169.254.43518/', 'http://[::ffff:169.254.169.254]/', 'http://０/', 'http://0/'])(
  'what %s means may not be probed',
  (url) => {
    expect(() => assertAllowedHost(new URL(url).hostname.replace(/^\[|\]$/g, ''))).toThrow(RefusedAddressError);
  },
);

const V4: LookupAddress = { address: '10.0.0.7', family: 4 };
const V6: LookupAddress = { address: 'fd00::7', family: 6 };

test('a lookup gives what the socket asked for', async () => {
  expect(await ask([V6, V4], { all: true })).toEqual([null, [V6, V4], undefined]);
  expect(await ask([V6, V4], {})).toEqual([null, 'fd00::7', 6]);
  expect(await ask([V6, V4], { family: 4 })).toEqual([null, '10.0.0.7', 4]);
  expect(await ask([V6, V4], { family: 'IPv4', all: true })).toEqual([null, [V4], undefined]);
  expect((await ask([V4], { family: 6 }))[0]).toMatchObject({ code: 'ENOTFOUND' });
});

test('one refused address among those of a name refuses the name, whichever of them was asked for', async () => {
  const bad: LookupAddress = { address: '169.254.169.254', family: 4 };
  for (const options of [{ all: true }, {}, { family: 6 as const }]) {
    const [error] = await ask([V6, bad], options);
    expect(error).toBeInstanceOf(RefusedAddressError);
    expect(error).toHaveProperty('message', 'plant.example is at 169.254.169.254, which may not be probed. Choose another address.');
  }
});

test('a name that changes its address between two looks is caught at the second', async () => {
  const turns: LookupAddress[][] = [[V4], [{ address: '::ffff:169.254.169.254', family: 6 }]];
  const lookup = guardLookup(async () => turns.shift() ?? []);
  const once = () => new Promise((resolve) => lookup('plant.example', { all: true }, (error) => resolve(error)));
  expect(await once()).toBeNull();
  expect(await once()).toBeInstanceOf(RefusedAddressError);
});

test('a resolver that fails passes its error on', async () => {
  const lookup = guardLookup(() => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })));
  expect(await new Promise((resolve) => lookup('plant.example', {}, (error) => resolve(error)))).toMatchObject({ code: 'ENOTFOUND' });
});

function ask(addresses: LookupAddress[], options: { all?: boolean; family?: 4 | 6 | 'IPv4' }): Promise<unknown[]> {
  return new Promise((resolve) => guardLookup(async () => addresses)('plant.example', options, (...answer) => resolve([answer[0], answer[1], answer[2]])));
}
