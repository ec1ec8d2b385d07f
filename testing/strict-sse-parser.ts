/** What stands between two blank lines of a stream. `raw`: its text with the blank line. */
export type Block =
  | { readonly kind: 'event'; readonly id: string; readonly type: string; readonly eventId: string; readonly data: unknown; readonly timestamp: string; readonly raw: string }
  | { readonly kind: 'frame'; readonly type: string; readonly data: unknown; readonly timestamp: string; readonly retryMs: number | null; readonly raw: string }
  | { readonly kind: 'heartbeat'; readonly at: string; readonly cursor: string | null; readonly raw: string };

export type EventBlock = Extract<Block, { kind: 'event' }>;
export type FrameBlock = Extract<Block, { kind: 'frame' }>;
export type HeartbeatBlock = Extract<Block, { kind: 'heartbeat' }>;

/** Bytes that a Watchroom stream must not hold. `message` says which rule they break and quotes them. */
export class StrictSseError extends Error {
  override readonly name = 'StrictSseError';
}

/** Reads one stream from its first byte. */
export interface StrictSseParser {
  /** Takes bytes in pieces of any size and gives the blocks they complete. Throws StrictSseError. */
  push(bytes: Uint8Array): Block[];
  /** The stream has ended. Throws StrictSseError when bytes are left that belong to no block. */
  end(): void;
}

// Written out here rather than imported: a stream that agrees with a wrong constant must still fail.
const CONTROL_FRAMES = new Set(['connected', 'reset', 'upstream', 'rotate', 'tick', 'error']);
const FIELDS = new Set(['id', 'event', 'data', 'retry']);
const ID = /^[0-9A-Za-z.-]+$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HEARTBEAT = /^:heartbeat (\S+)$/;
const CURSOR = /^:cursor ([0-9A-Za-z.-]+)$/;

/**
 * A parser of what Watchroom may write, which is less than WHATWG HTML §9.2 allows: LF only, no byte order mark,
 * one space after a colon, each field once, every field complete. Whatever it does not know it refuses, so that
 * each byte of a stream is accounted for.
 */
export function createStrictParser(): StrictSseParser {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';

  function decode(bytes?: Uint8Array): string {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new StrictSseError('The stream is not valid UTF-8.');
    }
  }

  return {
    push(bytes) {
      text += decode(bytes);
      const forbidden = /[\r\0\ufeff]/.exec(text);
      if (forbidden) throw refuse(`a forbidden character U+${hex(forbidden[0])}`, text);
      const blocks: Block[] = [];
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        blocks.push(readBlock(text.slice(0, end + 2)));
        text = text.slice(end + 2);
      }
      return blocks;
    },
    end() {
      text += decode();
      if (text !== '') throw refuse('a block without its blank line at the end', text);
    },
  };
}

function readBlock(raw: string): Block {
  const lines = raw.slice(0, -2).split('\n');
  if (lines.some((line) => line === '')) throw refuse('a blank line that ends no block', raw);
  return lines.some((line) => line.startsWith(':')) ? readHeartbeat(lines, raw) : readMessage(lines, raw);
}

function readHeartbeat(lines: readonly string[], raw: string): Block {
  const [first = '', second, third, ...rest] = lines;
  const at = HEARTBEAT.exec(first)?.[1];
  if (!at || !isInstant(at)) throw refuse('a comment that is no heartbeat', raw);
  if (second === undefined) return { kind: 'heartbeat', at, cursor: null, raw };
  const cursor = CURSOR.exec(second)?.[1];
  if (!cursor || third !== `id: ${cursor}` || rest.length > 0) throw refuse('a heartbeat with something else in it', raw);
  return { kind: 'heartbeat', at, cursor, raw };
}

function readMessage(lines: readonly string[], raw: string): Block {
  const fields = readFields(lines, raw);
  const [id, type, data, retry] = ['id', 'event', 'data', 'retry'].map((name) => fields.get(name));
  if (!type || data === undefined) throw refuse('a message without event or data', raw);
  if (id !== undefined && !ID.test(id)) throw refuse('an id with other characters than 0-9 A-Z a-z . -', raw);
  if (retry !== undefined && !/^\d+$/.test(retry)) throw refuse('a retry that is no number', raw);
  const envelope = readEnvelope(data, raw);
  if (envelope.type !== type) throw refuse(`the event name ${type} around data of the type ${String(envelope.type)}`, raw);
  const { timestamp } = envelope;
  if (typeof timestamp !== 'string' || !isInstant(timestamp)) throw refuse('a timestamp that is not ISO 8601 UTC in milliseconds', raw);
  if (CONTROL_FRAMES.has(type)) {
    if (id !== undefined) throw refuse('a control frame with an id', raw);
    expectKeys(envelope, ['data', 'timestamp', 'type'], raw);
    return { kind: 'frame', type, data: envelope.data, timestamp, retryMs: retry === undefined ? null : Number(retry), raw };
  }
  if (id === undefined) throw refuse('an event without an id', raw);
  if (retry !== undefined) throw refuse('an event with a retry', raw);
  expectKeys(envelope, ['data', 'id', 'timestamp', 'type'], raw);
  if (typeof envelope.id !== 'string' || envelope.id === '') throw refuse('an event whose own id is no text', raw);
  return { kind: 'event', id, type, eventId: envelope.id, data: envelope.data, timestamp, raw };
}

function readFields(lines: readonly string[], raw: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]*): (.*)$/s.exec(line) ?? [];
    if (!FIELDS.has(name)) throw refuse(`the line "${line.slice(0, 60)}", which is no field "name: value" of ours`, raw);
    if (fields.has(name)) throw refuse(`the field ${name} twice`, raw);
    fields.set(name, value);
  }
  return fields;
}

function readEnvelope(data: string, raw: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw refuse('data that is not JSON', raw);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('data that is no JSON object', raw);
  return value as Record<string, unknown>;
}

function expectKeys(envelope: Record<string, unknown>, wanted: readonly string[], raw: string): void {
  const keys = Object.keys(envelope).sort().join();
  if (keys !== wanted.join()) throw refuse(`data with the keys ${keys} instead of ${wanted.join()}`, raw);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

function refuse(what: string, near: string): StrictSseError {
  return new StrictSseError(`The stream holds ${what}: ${JSON.stringify(near.slice(0, 300))}`);
}
