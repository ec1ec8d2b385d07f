import { request, type IncomingMessage } from 'node:http';
import { createStrictParser, type Block } from './strict-sse-parser';

/** A client that opened a stream and reads nothing of it, so that its sockets fill up. */
export interface PausedReader {
  /** Reads all that is left, to the end of the stream, however it ends. Throws what the strict parser refuses. */
  readToEnd(): Promise<Block[]>;
  stop(): void;
}

/** Opens `GET /api/sse` from a cursor and stops reading with the answer's head. */
export function openPausedReader(baseUrl: string, cookie: string, cursor: string): Promise<PausedReader> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'last-event-id': cursor };
    const outgoing = request(`${baseUrl}/api/sse`, { headers, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) return reject(new Error(`The stream was refused with ${incoming.statusCode}.`));
      resolve({ readToEnd: () => readToEnd(incoming), stop: () => void incoming.destroy() });
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

async function readToEnd(incoming: IncomingMessage): Promise<Block[]> {
  const parser = createStrictParser();
  const blocks: Block[] = [];
  const closed = new Promise<void>((resolve) => incoming.once('close', () => resolve()));
  incoming.on('error', () => undefined);
  incoming.on('data', (chunk: Buffer) => blocks.push(...parser.push(chunk)));
  await closed;
  return blocks;
}
