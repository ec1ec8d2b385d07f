import { buildInfrastructurePayload, type Infrastructure, type Service } from '@/lib/protocol/infrastructure';
import type { InfraHistory } from '@/lib/protocol/monitor';
import { infrastructureJsonSchemaText } from '../published-schema';
import type { Answer, Chunk, Sample } from '../sample';

const SECONDS = 30;
const INTERVAL_MS = 2_000;
const HEARTBEAT_MS = 5_000;
const SLICE_MS = 1_800_000;
/** When the stream was asked for. */
export const START = Date.parse('2026-01-31T12:00:00.000Z');
const KINDS = ['postgres', 'redis', 'stream', 'http', 'http', 'dns', 'system'] as const;

/** What a Watchroom in good health looks like in half a minute. */
export function goodSample(): Sample {
  const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  const refusal = (status: number, code: string): Answer => answer(status, { error: { code, message: `No: ${code}.` } }, START, json);
  return {
    rest: answer(200, payloadAt(START - 700), START, json),
    restAnonymous: refusal(401, 'unauthenticated'),
    restForeign: refusal(403, 'foreign_origin'),
    restPost: answer(405, '', START, {}),
    streamAnonymous: refusal(401, 'unauthenticated'),
    streamForeign: refusal(403, 'foreign_origin'),
    history: answer(200, history(), START, json),
    schema: { status: 200, headers: json, text: infrastructureJsonSchemaText(), at: START, failure: null },
    stream: {
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' },
      chunks: chunks(),
      seconds: SECONDS,
      endedEarly: null,
    },
    polls: Array.from({ length: SECONDS }, (_, index) => answer(200, payloadAt(lookBefore(START + index * 1_000)), START + index * 1_000, json)),
  };
}

/** What the collector published when it had looked at `at`. */
export function payloadAt(at: number): Infrastructure {
  return buildInfrastructurePayload(KINDS.map((kind, index) => service(`m${index}`, kind, at)), new Date(at), new Date(at));
}

/** An event of the stream, as it stands there. */
export function frame(type: string, data: unknown, at: number, id = ''): string {
  return `${id && `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify({ type, data, timestamp: new Date(at).toISOString() })}\n\n`;
}

/** The last look before a moment: one every two seconds, 700 ms before the full one. */
function lookBefore(at: number): number {
  return START - 700 + Math.floor((at - START) / INTERVAL_MS) * INTERVAL_MS;
}

function service(id: string, kind: Service['kind'], at: number): Service {
  return {
    ...{ id, key: `key-${id}`, name: `Service ${id}`, kind, target: kind === 'http' ? 'https://example.org/health' : kind },
    ...{ state: 'up', since: new Date(START - 3_600_000).toISOString(), pending: null, checked_at: new Date(at - 20).toISOString() },
    ...{ interval_ms: INTERVAL_MS, latency_ms: 4.5, message: null, uptime: { d1: 1, d30: 0.999, y1: null }, uptime_from: { d1: null, d30: new Date(START - 86_400_000).toISOString(), y1: null }, maintenance: null, incident: null },
  };
}

function answer(status: number, body: unknown, at: number, headers: Readonly<Record<string, string>>): Answer {
  return { status, headers: { ...headers, date: new Date(at).toUTCString() }, text: body === '' ? '' : JSON.stringify(body), at, failure: null };
}

function chunks(): Chunk[] {
  const opened = { message: 'You get the state of every service.', clientId: 'c', schema_version: 1, interval_ms: INTERVAL_MS, heartbeat_ms: HEARTBEAT_MS };
  const infra = Array.from({ length: (SECONDS * 1_000) / INTERVAL_MS }, (_, index) => {
    const atMs = 60 + index * INTERVAL_MS;
    const look = lookBefore(START + atMs);
    return { atMs, text: frame('infra', payloadAt(look), START + atMs, String(look)) };
  });
  const heartbeats = Array.from({ length: 5 }, (_, index) => {
    const atMs = 50 + (index + 1) * HEARTBEAT_MS;
    return { atMs, text: `:heartbeat ${new Date(START + atMs).toISOString()}\n\n` };
  });
  return [{ atMs: 50, text: frame('connected', opened, START + 50) }, ...[...infra, ...heartbeats].sort((a, b) => a.atMs - b.atMs)];
}

function history(): InfraHistory {
  const from = START - 47 * SLICE_MS;
  const counts = { up: 900, warn: 0, down: 0, unknown: 0, maintenance: 0, latencyMs: 4.5 };
  return {
    sliceMs: SLICE_MS,
    items: KINDS.map((_, index) => ({
      id: `m${index}`,
      slices: Array.from({ length: 48 }, (_, slice) => ({ from: new Date(from + slice * SLICE_MS).toISOString(), ...counts })),
      latencies: [4_000, 2_000].map((ago) => ({ at: new Date(START - ago).toISOString(), ms: 4.5 })),
    })),
  };
}
