import { describe, expect, it } from 'vitest';
import { createStrictParser, StrictSseError } from './strict-sse-parser';

const AT = '2026-11-20T19:00:00.000Z';
const encoder = new TextEncoder();

function parse(text: string) {
  const parser = createStrictParser();
  const blocks = parser.push(encoder.encode(text));
  parser.end();
  return blocks;
}

const json = (value: object) => JSON.stringify(value);
const event = (over: object = {}) => json({ id: 'e1', type: 'test.broadcast', data: { label: 'ø' }, timestamp: AT, ...over });
const frame = (over: object = {}) => json({ type: 'upstream', data: { state: 'ok' }, timestamp: AT, ...over });
const eventBlock = (data = event(), id = 'abc.1-2') => `id: ${id}\nevent: test.broadcast\ndata: ${data}\n\n`;

describe('the strict parser', () => {
  it('reads an event with its cursor, its own id and its data', () => {
    expect(parse(eventBlock())).toEqual([
      { kind: 'event', id: 'abc.1-2', type: 'test.broadcast', eventId: 'e1', data: { label: 'ø' }, timestamp: AT, raw: eventBlock() },
    ]);
  });

  it('reads a control frame with and without the time to come back', () => {
    expect(parse(`retry: 1000\nevent: upstream\ndata: ${frame()}\n\nevent: upstream\ndata: ${frame()}\n\n`)).toMatchObject([
      { kind: 'frame', type: 'upstream', data: { state: 'ok' }, retryMs: 1_000 },
      { kind: 'frame', retryMs: null },
    ]);
  });

  it('reads a heartbeat with and without a cursor', () => {
    expect(parse(`:heartbeat ${AT}\n:cursor abc.1-2\nid: abc.1-2\n\n:heartbeat ${AT}\n\n`)).toMatchObject([
      { kind: 'heartbeat', at: AT, cursor: 'abc.1-2' },
      { kind: 'heartbeat', at: AT, cursor: null },
    ]);
  });

  it('gives the same blocks whatever the pieces are, characters of several bytes cut through included', () => {
    const text = eventBlock() + `:heartbeat ${AT}\n\n` + eventBlock(event({ id: 'e2' }));
    const whole = parse(text);
    const bytes = encoder.encode(text);
    for (const size of [1, 2, 3, 7, 64]) {
      const parser = createStrictParser();
      const blocks = [];
      for (let at = 0; at < bytes.length; at += size) blocks.push(...parser.push(bytes.subarray(at, at + size)));
      parser.end();
      expect(blocks).toEqual(whole);
    }
  });

  it('accounts for every byte: the blocks put together are the stream', () => {
    const text = `retry: 1\nevent: upstream\ndata: ${frame()}\n\n${eventBlock()}:heartbeat ${AT}\n:cursor a.1-1\nid: a.1-1\n\n`;
    expect(parse(text).map((block) => block.raw).join('')).toBe(text);
  });

  it.each([
    ['a carriage return', eventBlock().replaceAll('\n', '\r\n')],
    ['a NUL', eventBlock(event(), 'abc\0')],
    ['a byte order mark', `\ufeff${eventBlock()}`],
    ['an unknown field', `foo: bar\n${eventBlock()}`],
    ['a field name with a space', eventBlock().replace('id: ', 'id : ')],
    ['a field without the space after its colon', eventBlock().replace('id: ', 'id:')],
    ['a field without a colon', `data\n${eventBlock()}`],
    ['a field twice', eventBlock().replace('data: ', 'data: {}\ndata: ')],
    ['an id with a space', eventBlock(event(), 'abc 1')],
    ['an id with a letter outside of ASCII', eventBlock(event(), 'æ.1-1')],
    ['an empty id', eventBlock(event(), '')],
    ['a bare id without its heartbeat', 'id: abc.1-2\n\n'],
    ['data without an event name', `id: a\ndata: ${event()}\n\n`],
    ['an event without data', 'id: a\nevent: test.broadcast\n\n'],
    ['data that is not JSON', eventBlock('hello')],
    ['data that is an array', eventBlock('[]')],
    ['data that is null', eventBlock('null')],
    ['data without a timestamp', eventBlock(event({ timestamp: undefined }))],
    ['data without data', eventBlock(event({ data: undefined }))],
    ['data without an id', eventBlock(event({ id: undefined }))],
    ['data with one key more', eventBlock(event({ extra: 1 }))],
    ['a timestamp in local time', eventBlock(event({ timestamp: '2026-11-20T19:00:00.000+01:00' }))],
    ['a timestamp that is no day', eventBlock(event({ timestamp: '2026-13-40T19:00:00.000Z' }))],
    ['an event name that is not the type of its data', eventBlock(event({ type: 'flash.sent' }))],
    ['an event without an id', eventBlock().replace('id: abc.1-2\n', '')],
    ['an event that sets retry', `retry: 5\n${eventBlock()}`],
    ['a control frame with an id', `id: a\nevent: upstream\ndata: ${frame()}\n\n`],
    ['a retry that is no number', `retry: soon\nevent: upstream\ndata: ${frame()}\n\n`],
    ['a comment that is no heartbeat', ':hello\n\n'],
    ['a comment beside an event', `:heartbeat ${AT}\n${eventBlock()}`],
    ['a heartbeat whose id differs from its cursor', `:heartbeat ${AT}\n:cursor a.1-1\nid: a.1-2\n\n`],
    ['a heartbeat with a time of another form', ':heartbeat now\n\n'],
    ['a third line feed', `${eventBlock()}\n${eventBlock()}`],
    ['a blank line at the start', `\n${eventBlock()}`],
    ['an end without the blank line', eventBlock().slice(0, -1)],
    ['an end in the middle of a line', `${eventBlock()}id: a`],
  ])('refuses %s', (_what, text) => {
    expect(() => parse(text)).toThrow(StrictSseError);
  });

  it.each([
    ['a byte that begins no character', [0xff]],
    ['a character cut off by the end', [0xc3]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ])('refuses %s', (_what, bytes) => {
    const parser = createStrictParser();
    expect(() => {
      parser.push(encoder.encode(eventBlock()));
      parser.push(Uint8Array.from(bytes));
      parser.end();
    }).toThrow('not valid UTF-8');
  });
});
