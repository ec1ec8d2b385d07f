import { describe, expect, it } from 'vitest';
import type { MonitorConfig } from '@/lib/protocol/monitor';
import { aMonitor, HTTP_CONFIG } from '../testing';
import { draftOf, EMPTY_DRAFT, type Draft } from './draft';
import { fieldOf, patchOf, readTest, readyMonitorSchema, type ReadyMonitor } from './read-draft';

const http: Draft = { ...EMPTY_DRAFT, name: 'Website', url: 'https://example.org/health' };

function ready(draft: Draft): ReadyMonitor {
  return readyMonitorSchema.parse(draft);
}

function problems(draft: Draft): Record<string, string> {
  const { error } = readyMonitorSchema.safeParse(draft);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

const CONFIGS: readonly MonitorConfig[] = [
  HTTP_CONFIG,
  { ...HTTP_CONFIG, url: '/sign-in', keyword: ' two words ', keywordAbsent: true, json: { pointer: '/a/b', equals: '42' } },
  { ...HTTP_CONFIG, method: 'HEAD', statusFrom: 301, statusTo: 308 },
  { ...HTTP_CONFIG, json: { pointer: '', equals: '' } },
  { kind: 'tcp', host: '127.0.0.1', port: 5432 },
  { kind: 'dns', name: 'example.org', record: 'MX', expects: 'mail.example.org' },
  { kind: 'tls', host: 'example.org', port: 8443, warnDays: 30 },
  { kind: 'push', graceMs: null, schedule: null },
  { kind: 'push', graceMs: 90_500, schedule: { cron: '30 3 * * 1-5', timeZone: 'America/New_York' } },
  { kind: 'postgres' },
  { kind: 'redis' },
  { kind: 'stream' },
  { kind: 'system', diskWarn: 70, diskFail: 80, memoryWarn: 60, memoryFail: 99 },
];

describe('the draft of a monitor', () => {
  it.each(CONFIGS)('shown and read again is the same monitor: %j', (config) => {
    const monitor = aMonitor({ config, intervalMs: 2_500, timeoutMs: 100, warnLatencyMs: null });
    expect(patchOf(ready(draftOf(monitor)), monitor)).toEqual({});
  });

  it('makes a whole monitor of what is typed', () => {
    expect(ready({ ...http, interval: '2,5', timeout: '0.5', slow: '200', incident: true, priority: 'P1' })).toEqual({
      name: 'Website',
      config: { ...HTTP_CONFIG, statusTo: 399 },
      intervalMs: 2_500,
      timeoutMs: 500,
      warnLatencyMs: 200,
      onDown: { flash: false, incident: true, priority: 'P1' },
      isPublic: false,
      secret: null,
    });
  });

  it('sends a connection string only with a kind that has one', () => {
    const secret = 'postgresql://watch:word@db/room';
    expect(ready({ ...EMPTY_DRAFT, kind: 'postgres', name: 'Records', secret: ` ${secret} ` }).secret).toBe(secret);
    expect(ready({ ...http, secret }).secret).toBeNull();
    expect(problems({ ...EMPTY_DRAFT, kind: 'redis', name: 'Cache', secret })).toEqual({ secret: 'Write an address that begins with redis:// or rediss://.' });
  });

  it('asks nothing of a heartbeat that only an answer has', () => {
    const draft: Draft = { ...EMPTY_DRAFT, kind: 'push', name: 'Backup', interval: '2', timeout: '5', slow: '9000' };
    expect(ready(draft)).toMatchObject({ intervalMs: 2_000, timeoutMs: 2_000, warnLatencyMs: null });
    expect(ready({ ...draft, interval: '2678400' })).toMatchObject({ intervalMs: 2_678_400_000 });
    expect(problems({ ...draft, interval: '2678401', grace: 'long' })).toEqual({ interval: 'At most 31 days.', grace: 'Write a number, such as 30.' });
    expect(problems({ ...http, interval: '86401' })).toEqual({ interval: 'At most a day.' });
  });

  it('asks a heartbeat by a schedule for no interval, and tells what is wrong with the schedule beside it', () => {
    const draft: Draft = { ...EMPTY_DRAFT, kind: 'push', name: 'Backup', pace: 'schedule', cron: ' 30 3 * * * ', interval: 'junk' };
    expect(ready(draft)).toMatchObject({ intervalMs: 60_000, config: { kind: 'push', graceMs: null, schedule: { cron: '30 3 * * *', timeZone: 'Europe/Oslo' } } });
    expect(problems({ ...draft, cron: 'daily', timeZone: 'Mars/Base' })).toEqual({ cron: expect.stringContaining('five fields') as unknown, timeZone: expect.stringContaining('Europe/Oslo') as unknown });
  });

  it('tells what is wrong beside its own field, once', () => {
    expect(problems(EMPTY_DRAFT)).toEqual({ name: 'Write something here.', url: expect.stringContaining('http://') as unknown });
    expect(problems({ ...EMPTY_DRAFT, kind: 'tcp', name: 'Port', host: 'db', port: '70000' })).toEqual({ port: 'A port is between 1 and 65535.' });
    expect(problems({ ...EMPTY_DRAFT, kind: 'tls', name: 'Port', host: 'db', tlsPort: '', warnDays: '900' })).toEqual({ tlsPort: 'Write a whole number.', warnDays: 'Between 1 and 365 days.' });
    expect(problems({ ...http, interval: 'often', slow: '1.5' })).toEqual({ interval: 'Write a number, such as 30.', slow: 'Write a whole number.' });
    expect(problems({ ...http, interval: '1', timeout: '1' })).toEqual({ interval: 'At least 2 seconds.' });
    expect(problems({ ...http, interval: '2', slow: '6000' })).toEqual({ timeout: 'The time-out cannot be longer than the interval.', slow: 'Slow must be less than the time-out.' });
    expect(problems({ ...http, statusFrom: '300', statusTo: '200' })).toEqual({ statusTo: 'The last status must not be below the first.' });
    expect(problems({ ...http, jsonPointer: 'status' })).toEqual({ jsonPointer: 'A JSON pointer begins with /.', jsonEquals: expect.stringContaining('""') as unknown });
    expect(problems({ ...EMPTY_DRAFT, kind: 'dns', name: 'Name', dnsName: 'a b' })).toEqual({ dnsName: expect.stringContaining('host name') as unknown });
  });

  it('finds the field of a refusal by the name that the server has for it', () => {
    expect(fieldOf('config.port', 'tcp')).toBe('port');
    expect(fieldOf('config.port', 'tls')).toBe('tlsPort');
    expect(fieldOf('config.json.pointer', 'http')).toBe('jsonPointer');
    expect(fieldOf('name', 'dns')).toBe('name');
    expect(fieldOf('config.name', 'dns')).toBe('dnsName');
    expect(fieldOf('config.kind', 'dns')).toBe('kind');
    expect(fieldOf('elsewhere', 'dns')).toBeNull();
  });

  it('patches only what differs, and keeps the stored secret unless another is typed', () => {
    const monitor = aMonitor({ config: { kind: 'postgres' }, hasSecret: true });
    const draft = draftOf(monitor);
    expect(patchOf(ready({ ...draft, slow: '900', isPublic: false }), monitor)).toEqual({ warnLatencyMs: 900, isPublic: false });
    expect(patchOf(ready({ ...draft, secret: 'postgres://other' }), monitor)).toEqual({ secret: 'postgres://other' });
  });

  it('can be tested before it has a name, but not with settings that cannot be', () => {
    expect(readTest({ ...http, name: '' })).toEqual({ test: { config: { ...HTTP_CONFIG, statusTo: 399 }, timeoutMs: 5_000, warnLatencyMs: null } });
    expect(readTest({ ...EMPTY_DRAFT, kind: 'redis', secret: 'redis://cache' })).toHaveProperty('test.secret', 'redis://cache');
    expect(readTest({ ...EMPTY_DRAFT, kind: 'tcp', host: 'db', port: 'x' })).toEqual({ problems: [{ field: 'port', message: 'Write a whole number.' }] });
  });
});
