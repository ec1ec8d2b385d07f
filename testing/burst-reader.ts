import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { numberOf } from './burst';
import { createStrictParser, type Block } from './strict-sse-parser';

const WAIT_MS = 60_000;

/** Where to open a stream, as whom, from which cursor, and the name of the burst to expect. */
export interface BurstReaderInput {
  readonly url: string;
  readonly cookie: string;
  readonly cursor: string;
  readonly name: string;
}

/** A client that reads a burst as fast as it can and keeps of each event only its number and its latency. */
export interface BurstReader {
  /** Numbers in the order of their coming. */
  readonly numbers: readonly number[];
  /** From the event's time to its last byte here, milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly bytes: number;
  /** Types of the control frames so far, with the code of an error. */
  readonly frames: readonly string[];
  /** Where a client would go on from now. */
  readonly cursor: string;
  /** Resolves when an event of at least this number has come. Rejects when the stream ends, is refused by the strict parser, or nothing comes. */
  reach(number: number): Promise<void>;
  /** Resolves when the stream is over, with everything read. Rejects with what the strict parser refuses. */
  readonly over: Promise<void>;
  /** Reads nothing until `resume`, so that the sockets fill up. */
  pause(): void;
  resume(): void;
  close(): void;
}

const open = new Set<ClientRequest>();

/** Opens `GET /api/sse` and resolves with the answer's head. `paused`: reads nothing yet. */
export function openBurstReader(input: BurstReaderInput, paused = false): Promise<BurstReader> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', cookie: input.cookie, 'last-event-id': input.cursor };
    const outgoing = request(`${input.url}/api/sse`, { headers, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) return reject(new Error(`The stream was refused with ${incoming.statusCode}.`));
      resolve(follow(outgoing, incoming, input, paused));
    });
    open.add(outgoing);
    outgoing.once('close', () => open.delete(outgoing));
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** Drops every reader's connection; for `afterEach`. */
export function closeBurstReaders(): void {
  for (const outgoing of open) outgoing.destroy();
}

function follow(outgoing: ClientRequest, incoming: IncomingMessage, { cursor: start, name }: BurstReaderInput, paused: boolean): BurstReader {
  const parser = createStrictParser();
  const numbers: number[] = [];
  const latenciesMs: number[] = [];
  const frames: string[] = [];
  const waiting = new Set<() => void>();
  let cursor = start;
  let bytes = 0;
  let refused: unknown;
  let ended = false;

  function take(block: Block): void {
    if (block.kind === 'heartbeat') cursor = block.cursor ?? cursor;
    if (block.kind === 'frame') frames.push(frameName(block));
    if (block.kind !== 'event') return;
    cursor = block.id;
    numbers.push(numberOf(name, (block.data as { label: string }).label));
    latenciesMs.push(Date.now() - Date.parse(block.timestamp));
  }

  const over = new Promise<void>((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      try {
        parser.push(chunk).forEach(take);
      } catch (error) {
        refused = error;
        incoming.destroy();
      }
      for (const look of [...waiting]) look();
    });
    incoming.on('error', () => undefined);
    incoming.once('close', () => {
      ended = true;
      for (const look of [...waiting]) look();
      if (refused) reject(refused instanceof Error ? refused : new Error(String(refused)));
      else resolve();
    });
  });
  over.catch(() => undefined);
  if (paused) incoming.pause();

  return {
    numbers,
    latenciesMs,
    frames,
    over,
    get bytes() {
      return bytes;
    },
    get cursor() {
      return cursor;
    },
    reach: (number) =>
      new Promise((resolve, reject) => {
        const settle = (done: () => void) => {
          waiting.delete(look);
          clearTimeout(timer);
          done();
        };
        const state = () => `It stands at ${numbers.at(-1) ?? 'nothing'} after ${frames.join(', ')}.`;
        const look = () => {
          if ((numbers.at(-1) ?? -1) >= number) settle(resolve);
          else if (ended) settle(() => reject(new Error(`The stream ended before event ${number}. ${state()}`, { cause: refused })));
        };
        const timer = setTimeout(() => settle(() => reject(new Error(`Event ${number} did not come. ${state()}`))), WAIT_MS);
        waiting.add(look);
        look();
      }),
    pause: () => void incoming.pause(),
    resume: () => void incoming.resume(),
    close: () => void outgoing.destroy(),
  };
}

function frameName({ type, data }: Extract<Block, { kind: 'frame' }>): string {
  const { code, reason } = data as { code?: string; reason?: string };
  return [type, code ?? reason].filter(Boolean).join(' ');
}
