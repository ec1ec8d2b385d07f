import { expect, test, vi } from 'vitest';
import type { Look } from './look';
import { warning, well } from './look';
import { type OwnParts, type ProbeTarget, runProbe } from './run-probe';
import { configOf } from './testing/configs';

const never = new Promise<never>(() => undefined);
const own: OwnParts = { database: () => never, redis: () => never, stream: () => never };
const stream: ProbeTarget = { config: configOf('stream'), secret: null, timeoutMs: 60_000, warnLatencyMs: null };

const look = (target: Partial<ProbeTarget>, parts: Partial<OwnParts>) => runProbe({ ...stream, ...target }, { ownOrigin: 'http://127.0.0.1:1', own: { ...own, ...parts } });
const streamed = (answer: Look | null, target: Partial<ProbeTarget> = {}) => look(target, { stream: async () => answer });

test('a push monitor has nothing to look at', async () => {
  expect(await look({ config: configOf('push') }, {})).toBeNull();
});

test('a probe that does not heed its signal ends at the time-out all the same', async () => {
  expect(await look({ timeoutMs: 100 }, {})).toEqual({ outcome: 'fail', latencyMs: null, message: 'No answer within 0.1 s.' });
});

test('the time-out is told in seconds, and the signal aborts then, not before', async () => {
  vi.useFakeTimers();
  try {
    let signal: AbortSignal | undefined;
    const looking = look({ timeoutMs: 2_000 }, { stream: (given) => ((signal = given), never) });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await looking).toMatchObject({ message: 'No answer within 2 s.' });
    expect(signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('the signal aborts after an answer, too, so that nothing stays open, and no timer is left', async () => {
  vi.useFakeTimers();
  try {
    let signal: AbortSignal | undefined;
    await look({}, { stream: async (given) => ((signal = given), well(1)) });
    expect(signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('an answer that is slower than wanted is a warning; just as slow is well', async () => {
  expect(await streamed(well(500), { warnLatencyMs: 500 })).toEqual(well(500));
  expect(await streamed(well(500.1), { warnLatencyMs: 500 })).toEqual({ outcome: 'warn', latencyMs: 500.1, message: 'Slow: 501 ms, more than 500 ms.' });
  expect(await streamed(well(5_000))).toEqual(well(5_000));
  expect(await streamed(well(null), { warnLatencyMs: 1 })).toEqual(well(null));
  expect(await streamed(warning('Ends soon.', 900), { warnLatencyMs: 500 })).toEqual(warning('Ends soon.', 900));
});

test('without anything to look at yet there is no look', async () => {
  expect(await streamed(null)).toBeNull();
});

test('an exception is a failure in words, thrown or rejected', async () => {
  const broken = () => {
    throw Object.assign(new Error('redis://:hunter2@cache'), { code: 'ECONNREFUSED' });
  };
  for (const stream of [broken, async () => broken()]) {
    expect(await look({}, { stream })).toEqual({ outcome: 'fail', latencyMs: null, message: 'Connection refused.' });
  }
});

test('without a connection string Watchroom\'s own database and Redis are asked, and timed', async () => {
  const answered = { outcome: 'ok', latencyMs: expect.any(Number), message: null };
  expect(await look({ config: configOf('postgres') }, { database: async () => 1 })).toEqual(answered);
  expect(await look({ config: configOf('redis') }, { redis: async () => 'PONG' })).toEqual(answered);
  expect(await look({ config: configOf('postgres') }, { database: () => Promise.reject(new Error('hunter2')) })).toEqual({ outcome: 'fail', latencyMs: null, message: 'The look failed.' });
});

test.each([
  [configOf('http', { url: 'http://169.254.169.254/latest/meta-data/' }), null],
  [configOf('http', { url: 'http://2852039166/' }), null],
  [configOf('http', { url: 'http://[::ffff:169.254.169.254]/' }), null],
  [configOf('http', { url: 'https://metadata.google.internal/' }), null],
  [configOf('tcp', { host: '169.254.169.254', port: 80 }), null],
  [configOf('tcp', { host: '2852039166', port: 80 }), null],
  [configOf('tcp', { host: '0', port: 80 }), null],
  [configOf('tls', { host: 'fd00:ec2::254' }), null],
  [configOf('postgres'), 'postgres://watch:hunter2@169.254.169.254/board'],
  [configOf('redis'), 'redis://:hunter2@100.100.100.200:6379'],
  [configOf('redis'), 'rediss://:hunter2@metadata.google.internal:6379'],
])('a refused address is not looked at: %j %s', async (config, secret) => {
  const found = await look({ config, secret }, {});
  expect(found).toMatchObject({ outcome: 'fail', message: expect.stringMatching(/may not be probed/) });
  expect(found?.message).not.toContain('hunter2');
});
