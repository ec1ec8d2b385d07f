import { parseJson } from '@/lib/core/parse-json';
import { blocksOf, type Block } from './blocks';
import { Problem } from './demand';
import type { Answer, Sample } from './sample';

/** A JSON object of which nothing is known yet. */
export type Loose = Readonly<Record<string, unknown>>;

/** A message of the stream. `envelope`: its data as JSON, null when it is no object; `data`: the same one level further in. */
export interface Message {
  readonly block: Block;
  readonly envelope: Loose | null;
  readonly data: Loose | null;
}

/** What the contract asks for when the stream does not tell its own pace. */
const CONTRACT_PACE = { intervalMs: 2_000, heartbeatMs: 5_000 };

/** A sample as checks read it: taken apart, and nothing in it believed. */
export interface Reading {
  readonly sample: Sample;
  readonly blocks: readonly Block[];
  /** Messages of one type, in order. */
  messages(type: string): readonly Message[];
  /** Heartbeats with the time that they name, in order. */
  readonly heartbeats: readonly { readonly block: Block; readonly at: string }[];
  /** The pace that the stream told, milliseconds; the contract's where it told none. */
  readonly pace: { readonly intervalMs: number; readonly heartbeatMs: number };
  /** The payload of REST. Throws Problem when there is none. */
  payload(): Loose;
  /** Its services. Throws Problem when there are none. */
  services(): readonly Loose[];
  /** The payloads of the stream's `infra` events. Throws Problem when there are none. */
  pushed(): readonly { readonly payload: Loose; readonly message: Message }[];
}

/** Takes a sample apart. Never throws. */
export function read(sample: Sample): Reading {
  const blocks = blocksOf(sample.stream.chunks);
  const all = blocks.filter(({ fields }) => fields.has('event')).map(toMessage);
  const messages = (type: string) => all.filter(({ block }) => block.fields.get('event') === type);
  const told = messages('connected')[0]?.data;
  return {
    sample,
    blocks,
    messages,
    heartbeats: blocks.flatMap((block) => block.comments.filter((line) => line.startsWith(':heartbeat')).map((line) => ({ block, at: line.slice(':heartbeat'.length).replace(/^ /, '') }))),
    pace: { intervalMs: positive(told?.interval_ms) ?? CONTRACT_PACE.intervalMs, heartbeatMs: positive(told?.heartbeat_ms) ?? CONTRACT_PACE.heartbeatMs },
    payload: () => payloadOf(sample.rest),
    services: () => servicesOf(payloadOf(sample.rest)),
    pushed() {
      const pushed = messages('infra').flatMap((message) => (message.data ? [{ payload: message.data, message }] : []));
      if (pushed.length === 0) throw new Problem('No infra event with a payload came, so there is nothing to look at. One was expected every two seconds.');
      return pushed;
    },
  };
}

/** The payload of an answer of REST. Throws Problem when it is no JSON object. */
export function payloadOf(answer: Answer): Loose {
  const payload = asLoose(parseJson(answer.text));
  if (!payload) throw new Problem(`The answer (${answer.status || answer.failure}) holds no JSON object, so there is nothing to look at. A payload was expected.`);
  return payload;
}

/** The services of a payload. Throws Problem when there are none. */
export function servicesOf(payload: Loose): Loose[] {
  const listed: readonly unknown[] = Array.isArray(payload.services) ? payload.services : [];
  const services = listed.map(asLoose).filter((one) => one !== null);
  if (services.length === 0) throw new Problem('The payload holds no service, so there is nothing to look at. At least seven were expected.');
  return services;
}

/** The server's clock when it gave an answer, milliseconds since the epoch: whole seconds, up to one too early. */
export function serverTime(answer: Answer): number {
  const told = Date.parse(answer.headers.date ?? '');
  return Number.isNaN(told) ? answer.at : told;
}

/** A JSON object, or null. */
export function asLoose(value: unknown): Loose | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null;
}

/** A point in time in a field, milliseconds since the epoch; NaN for everything else. */
export function timeOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

function toMessage(block: Block): Message {
  const envelope = asLoose(parseJson(block.fields.get('data') ?? ''));
  return { block, envelope, data: asLoose(envelope?.data) };
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}
