import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createStrictParser, type Block, type EventBlock, type FrameBlock } from './strict-sse-parser';

const WAIT_MS = 15_000;

/** How to open a stream. `since` goes into the address, `lastEventId` into the header; both as they are. */
export interface StreamInput {
  readonly cookie?: string;
  readonly since?: string;
  readonly lastEventId?: string;
  readonly topics?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Path and query as they are, instead of those made of `since` and `topics`. */
  readonly path?: string;
}

/** An open stream. Every byte goes through the strict parser; what it refuses fails all that waits, and `close`. */
export interface OpenedStream {
  readonly headers: IncomingHttpHeaders;
  /** From the request to the first byte of the body. */
  readonly firstByteMs: number;
  /** Everything so far, in order. */
  readonly frames: readonly Block[];
  /** Settles when the server ended it in order (`ended`), or the connection broke (`cut`). Never rejects. */
  readonly over: Promise<'ended' | 'cut'>;
  /** Every byte so far. */
  bytes(): Buffer;
  /** Events so far, of one type or of all. */
  events(type?: string): EventBlock[];
  /** Where a client would go on from now. */
  cursor(): string;
  /** The first block that fits, past ones included. Rejects when the stream ends without it, or after `timeoutMs`. */
  waitFor<T extends Block>(fits: (block: Block) => block is T, timeoutMs?: number): Promise<T>;
  waitFor(fits: (block: Block) => boolean, timeoutMs?: number): Promise<Block>;
  waitForEvent(type: string, fits?: (event: EventBlock) => boolean, timeoutMs?: number): Promise<EventBlock>;
  waitForFrame(type: string, timeoutMs?: number): Promise<FrameBlock>;
  /** Drops the connection as a vanished client does. Throws what the strict parser had to say, if anything. */
  close(): Promise<void>;
}

/** The answer was no stream. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused';

  constructor(
    readonly status: number,
    readonly headers: IncomingHttpHeaders,
    readonly text: string,
  ) {
    super(`The stream was refused: ${status} ${text.slice(0, 300)}`);
  }
}

const open = new Set<OpenedStream>();

/** Opens `GET /api/sse` and resolves with its first byte. Rejects with StreamRefused when the answer is no stream. */
export async function openStream(baseUrl: string, input: StreamInput = {}): Promise<OpenedStream> {
  const startedAt = performance.now();
  const incoming = await connect(input.path === undefined ? streamUrl(baseUrl, input) : baseUrl + input.path, {
    accept: 'text/event-stream',
    ...(input.cookie ? { cookie: input.cookie } : {}),
    ...(input.lastEventId === undefined ? {} : { 'last-event-id': input.lastEventId }),
    ...input.headers,
  });
  const stream = follow(incoming, startedAt);
  open.add(stream);
  void stream.over.then(() => open.delete(stream));
  await stream.waitFor(() => true);
  return stream;
}

/** Closes what a test left open; for `afterEach`. Throws what the strict parser refused in any of them. */
export async function closeStreams(): Promise<void> {
  await Promise.all([...open].map((stream) => stream.close()));
}

/** The address of the stream, with `since` and `topics` encoded. */
export function streamUrl(baseUrl: string, { since, topics }: StreamInput): string {
  const query = new URLSearchParams();
  if (since !== undefined) query.set('since', since);
  if (topics !== undefined) query.set('topics', topics);
  return `${baseUrl}/api/sse${query.size > 0 ? `?${query}` : ''}`;
}

function connect(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { headers, agent: false }, (incoming) => {
      if (incoming.statusCode === 200) return resolve(incoming);
      let text = '';
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
      incoming.once('close', () => reject(new StreamRefused(incoming.statusCode ?? 0, incoming.headers, text)));
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function follow(incoming: IncomingMessage, startedAt: number): OpenedStream {
  const parser = createStrictParser();
  const chunks: Buffer[] = [];
  const frames: Block[] = [];
  const waiting = new Set<() => void>();
  let firstByteMs = -1;
  let failure: Error | undefined;
  let finished: 'ended' | 'cut' | undefined;

  const over = new Promise<'ended' | 'cut'>((resolve) => {
    const finish = (how: 'ended' | 'cut') => {
      if (finished) return;
      finished = how;
      if (how === 'ended') guard(() => parser.end());
      wake();
      resolve(how);
    };
    incoming.once('end', () => finish('ended'));
    incoming.once('error', () => finish('cut'));
    incoming.once('close', () => finish('cut'));
  });
  incoming.on('data', (chunk: Buffer) => {
    if (firstByteMs < 0) firstByteMs = performance.now() - startedAt;
    chunks.push(chunk);
    guard(() => frames.push(...parser.push(chunk)));
    wake();
  });

  function guard(step: () => void): void {
    try {
      if (!failure) step();
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  function wake(): void {
    for (const look of [...waiting]) look();
  }

  function waitFor(fits: (block: Block) => boolean, timeoutMs = WAIT_MS): Promise<Block> {
    return new Promise((resolve, reject) => {
      let seen = 0;
      const settle = (done: () => void) => {
        waiting.delete(look);
        clearTimeout(timer);
        done();
      };
      const look = () => {
        if (failure) return settle(() => reject(failure));
        for (; seen < frames.length; seen += 1) {
          const block = frames[seen];
          if (block && fits(block)) return settle(() => resolve(block));
        }
        if (finished) settle(() => reject(new Error(`The stream was ${finished} before what was waited for came. It held: ${summary(frames)}`)));
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`Waited ${timeoutMs} ms in vain on a stream that held: ${summary(frames)}`)));
      }, timeoutMs);
      waiting.add(look);
      look();
    });
  }

  return {
    headers: incoming.headers,
    get firstByteMs() {
      return firstByteMs;
    },
    frames,
    over,
    bytes: () => Buffer.concat(chunks),
    events: (type) => frames.filter((block): block is EventBlock => block.kind === 'event' && (!type || block.type === type)),
    cursor: () => cursorAfter(frames),
    waitFor: waitFor as OpenedStream['waitFor'],
    waitForEvent: async (type, fits = () => true, timeoutMs) =>
      (await waitFor((block) => block.kind === 'event' && block.type === type && fits(block), timeoutMs)) as EventBlock,
    waitForFrame: async (type, timeoutMs) => (await waitFor((block) => block.kind === 'frame' && block.type === type, timeoutMs)) as FrameBlock,
    async close() {
      incoming.destroy();
      await over;
      if (failure) throw failure;
    },
  };
}

/** Ids move it, heartbeats too; `connected` and `reset` say it in their data. */
function cursorAfter(frames: readonly Block[]): string {
  let cursor = '';
  for (const block of frames) {
    if (block.kind === 'event') cursor = block.id;
    else if (block.kind === 'heartbeat') cursor = block.cursor ?? cursor;
    else if (block.type === 'connected' || block.type === 'reset') cursor = (block.data as { cursor: string }).cursor;
  }
  return cursor;
}

/** What a stream held, in a line short enough for a failure's message. */
function summary(frames: readonly Block[]): string {
  const names: string[] = [];
  let beats = 0;
  for (const block of frames) {
    if (block.kind === 'heartbeat') beats += 1;
    else names.push(block.type);
  }
  return `${names.slice(-20).join(', ') || 'no message'} and ${beats} heartbeats`;
}
