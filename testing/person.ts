import { z } from 'zod';
import { flashAnswerSchema, receiptAnswerSchema, testBroadcastAnswerSchema } from '@/lib/protocol/answers';
import { asCursor as parseAsCursor, compareCursors, type Cursor } from '@/lib/protocol/cursor';
import type { CreateFlash, Flash, Receipt } from '@/lib/protocol/flash';
import { eventually } from './eventually';
import { openStream, StreamRefused, type OpenedStream, type StreamInput } from './open-stream';
import { request, type Answer, type RequestInput } from './request';
import { signIn } from './sign-in';

const pollSchema = z.object({
  events: z.array(z.looseObject({ id: z.string(), type: z.string(), data: z.unknown(), timestamp: z.string(), cursor: z.string() })),
  cursor: z.string(),
});
const positionSchema = z.looseObject({ cursor: z.string() });

/** What `GET /api/events` told. */
export type Polled = z.infer<typeof pollSchema>;

/** Somebody signed in, at one instance. */
export interface Person {
  readonly email: string;
  readonly cookie: string;
  /** The same session at another instance. */
  at(baseUrl: string): Person;
  get(path: string, input?: RequestInput): Promise<Answer>;
  post(path: string, body?: RequestInput['body'], input?: RequestInput): Promise<Answer>;
  /**
   * A stream from wherever the instance has read to, which may lie a moment before the log's end. When told to come back
   * later it does, as every client must; any other refusal rejects at once.
   */
  stream(input?: StreamInput): Promise<OpenedStream>;
  /** The same, asked once: for those who want to see a refusal. Rejects with StreamRefused. */
  requestStream(input?: StreamInput): Promise<OpenedStream>;
  /** A stream from where the log ends now, as a page opens it: nothing of what was sent before is heard. */
  listen(): Promise<OpenedStream>;
  /** `GET /api/events`. Throws when the answer is no list of events. */
  poll(since?: string, topics?: string): Promise<Polled>;
  /** Polls on from cursor to cursor until `last` is reached, as a client without a stream does; gives all it heard. */
  pollUpTo(since: string, last: string): Promise<Polled['events']>;
  /** Sends a message and throws unless it was taken (201). */
  flash(input: CreateFlash): Promise<Flash>;
  mark(flashId: string, step: 'delivered' | 'displayed' | 'ack', body?: object): Promise<Receipt>;
  /** `POST /api/sse/test`; gives the id of the event. */
  broadcast(label: string): Promise<string>;
}

/** Signs in one of the demo accounts by the part of its address before the @. */
export async function person(baseUrl: string, name: string): Promise<Person> {
  const email = `${name}@example.org`;
  return withCookie(baseUrl, email, await signIn(baseUrl, email));
}

/** Several at once, in the order of their names. */
export function people(baseUrl: string, ...names: readonly string[]): Promise<Person[]> {
  return Promise.all(names.map((name) => person(baseUrl, name)));
}

function withCookie(baseUrl: string, email: string, cookie: string): Person {
  const call = (path: string, input: RequestInput) =>
    request(`${baseUrl}${path}`, { ...input, headers: { cookie, origin: baseUrl, ...input.headers } });
  const get: Person['get'] = (path, input = {}) => call(path, input);
  const post: Person['post'] = (path, body = {}, input = {}) => call(path, { method: 'POST', ...input, body });
  const poll: Person['poll'] = async (since, topics) => {
    const query = new URLSearchParams({ ...(since === undefined ? {} : { since }), ...(topics === undefined ? {} : { topics }) });
    return pollSchema.parse(expectStatus(await get(`/api/events?${query}`), 200).json());
  };

  const requestStream: Person['requestStream'] = (input) => openStream(baseUrl, { cookie, ...input });
  const stream: Person['stream'] = (input) => eventually('a stream', () => requestStream(input).catch(comeBackIfTold));

  return {
    email,
    cookie,
    at: (other) => withCookie(other, email, cookie),
    get,
    post,
    stream,
    requestStream,
    async listen() {
      const { cursor } = positionSchema.parse(expectStatus(await get('/api/snapshot'), 200).json());
      return stream({ since: cursor });
    },
    poll,
    async pollUpTo(since, last) {
      const heard: Polled['events'] = [];
      let cursor = asCursor(since);
      await eventually(`the poll to reach ${last}`, async () => {
        const { events, cursor: next } = await poll(cursor);
        heard.push(...events);
        cursor = asCursor(next);
        return (compareCursors(cursor, asCursor(last)) ?? -1) >= 0;
      });
      return heard;
    },
    flash: async (input) => flashAnswerSchema.parse(expectStatus(await post('/api/flash', input), 201).json()).flash,
    mark: async (flashId, step, body) =>
      receiptAnswerSchema.parse(expectStatus(await post(`/api/flash/${flashId}/${step}`, body), 200).json()).receipt,
    broadcast: async (label) => testBroadcastAnswerSchema.parse(expectStatus(await post('/api/sse/test', { label }), 202).json()).id,
  };
}

/** Busy (503) and crowded (429) are said with a time to come back; nothing else is. */
function comeBackIfTold(error: unknown): null {
  if (error instanceof StreamRefused && [429, 503].includes(error.status) && error.headers['retry-after']) return null;
  throw error;
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status} but got ${answer.status}: ${answer.text.slice(0, 300)}`);
}

function asCursor(text: string): Cursor {
  const cursor = parseAsCursor(text);
  if (!cursor) throw new Error(`This is no cursor: ${text}`);
  return cursor;
}
