import { describe, expect, it } from 'vitest';
import { formatCursor } from '@/lib/protocol/cursor';
import { encodeEvent, encodeFrame, encodeHeartbeat } from '@/lib/protocol/encode';
import { createFeed } from './stream-client';

const at = new Date('2026-11-20T14:02:31.000Z');
const cursor = (n: number) => formatCursor('ep', `${n}-0`);
const event = (n: number, label: string) =>
  encodeEvent(
    cursor(n),
    'test.broadcast',
    JSON.stringify({ id: `e${n}`, type: 'test.broadcast', data: { id: `${n}`, label, sentAt: at.toISOString(), sentBy: 'Åse' }, timestamp: at.toISOString() }),
  );

const recorded = [
  encodeFrame('connected', { clientId: 'c', instanceId: 'i', build: 'b', epoch: 'ep', cursor: cursor(1), heartbeatMs: 5_000, maxAgeMs: 9, topics: ['test'] }, at),
  event(2, 'første ▲ 🚒'),
  encodeHeartbeat(at, cursor(3)),
  event(4, 'line\nbreak'),
  `id: ${cursor(5)}\nevent: from.the.future\ndata: {"id":"e5","type":"from.the.future","data":{},"timestamp":"${at.toISOString()}"}\n\n`,
  encodeFrame('rotate', { withinMs: 5 }, at),
].join('');

function read(pieces: readonly Uint8Array[]): string[] {
  const trace: string[] = [];
  const feed = createFeed({
    onActivity: () => undefined,
    onFrame: (frame) => trace.push(`frame ${frame.type}`),
    onEvent: (wireEvent, place) => trace.push(`event ${wireEvent.id} ${place} ${JSON.stringify(wireEvent.data)}`),
    onCursor: (place) => trace.push(`cursor ${place}`),
    onServerTime: (ms) => trace.push(`time ${ms}`),
    onUnknown: (type, place) => trace.push(`unknown ${type} ${place}`),
  });
  const decoder = new TextDecoder();
  for (const piece of pieces) feed(decoder.decode(piece, { stream: true }));
  return trace;
}

describe('reading a stream', () => {
  const bytes = new TextEncoder().encode(recorded);
  const whole = read([bytes]);

  it('tells everything in the order of the bytes', () => {
    expect(whole.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'frame connected',
      'event e2',
      'time 1795183351000',
      'cursor ep.3-0',
      'event e4',
      'unknown from.the.future',
      'frame rotate',
    ]);
  });

  it('tells the same wherever the bytes are split [RT6]', () => {
    for (let at = 0; at <= bytes.length; at += 1) expect(read([bytes.slice(0, at), bytes.slice(at)])).toEqual(whole);
    expect(read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('never moves the cursor for an event that was cut [RT6]', () => {
    for (let at = 0; at <= bytes.length; at += 1) {
      const trace = read([bytes.slice(0, at)]);
      expect(whole.slice(0, trace.length)).toEqual(trace);
    }
  });
});
