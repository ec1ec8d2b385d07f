import { describe, expect, it } from 'vitest';
import { formatCursor } from './cursor';
import { encodeEvent, encodeFrame, encodeHeartbeat } from './encode';
import { EVENTS, parseWireEvent } from './events';
import { parseFrame } from './frames';
import { isOwnOrigin } from './origin';

const at = new Date('2026-11-20T14:02:31.000Z');
const cursor = formatCursor('ep0ch', '5-1');

describe('the wire', () => {
  it('frames an event as id, name and one line of data', () => {
    expect(encodeEvent(cursor, 'test.broadcast', '{"a":1}')).toBe('id: ep0ch.5-1\nevent: test.broadcast\ndata: {"a":1}\n\n');
  });

  it('keeps text with line breaks and NUL inside its one line', () => {
    const text = encodeFrame('error', { code: 'slow', message: 'a\r\nb\0c' }, at);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).not.toMatch(/[\r\0]/);
  });

  it('tells a plain EventSource how long to wait, once, in the first frame', () => {
    const hello = { clientId: 'c', instanceId: 'i', build: 'b', epoch: 'e', cursor, heartbeatMs: 5_000, maxAgeMs: 1, topics: [] };
    expect(encodeFrame('connected', hello, at)).toMatch(/^retry: 1000\nevent: connected\n/);
    expect(encodeFrame('upstream', { state: 'ok' }, at)).not.toContain('retry');
  });

  it('gives a sign of life that moves the cursor and dispatches nothing', () => {
    expect(encodeHeartbeat(at, cursor)).toBe(
      ':heartbeat 2026-11-20T14:02:31.000Z\n:cursor ep0ch.5-1\nid: ep0ch.5-1\n\n',
    );
  });

  it('reads only what it declares', () => {
    const event = { id: 'x', type: 'test.broadcast', timestamp: at.toISOString(), data: { id: '1', label: 'l', sentAt: at.toISOString(), sentBy: 'A' } };
    expect(parseWireEvent(event)).toEqual(event);
    expect(parseWireEvent({ ...event, type: 'constructor' })).toBeNull();
    expect(parseWireEvent({ ...event, data: {} })).toBeNull();
    expect(parseWireEvent({ ...event, timestamp: 'now' })).toBeNull();
    expect(parseWireEvent('text')).toBeNull();
    expect(parseFrame('rotate', { type: 'rotate', data: { withinMs: 'soon' } })).toBeNull();
  });

  it('gives every event a topic', () => {
    for (const { topic } of Object.values(EVENTS)) expect(topic).toBeTruthy();
  });
});

describe('own origin', () => {
  const check = (headers: Record<string, string>) => isOwnOrigin(new Headers({ host: 'board.example.org', ...headers }));

  it('takes programs and our own pages', () => {
    expect(check({})).toBe(true);
    expect(check({ origin: 'https://board.example.org', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(check({ 'sec-fetch-site': 'none' })).toBe(true);
  });

  it('goes by the host that a proxy was asked for', () => {
    const proxied = { host: '10.0.0.1:3000', 'x-forwarded-host': 'board.example.org' };
    expect(check({ ...proxied, origin: 'https://board.example.org' })).toBe(true);
    expect(check({ ...proxied, origin: 'http://10.0.0.1:3000' })).toBe(false);
  });

  it.each([
    { origin: 'https://evil.example.org' },
    { origin: 'null' },
    { origin: 'https://board.example.org.evil.org' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses %o', (headers: Record<string, string>) => {
    expect(check(headers)).toBe(false);
  });
});
