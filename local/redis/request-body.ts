import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error';

/** How much of a too large body is read and dropped, so that the sender gets to see the answer. */
const DRAIN_FACTOR = 8;

/**
 * Reads a whole request body as UTF-8. Takes the most bytes allowed.
 * Rejects with HttpError 413 when there are more, and with 400 when the sender hangs up.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) chunks.push(chunk);
      else if (sizeBytes > maxBytes * DRAIN_FACTOR) request.destroy();
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (sizeBytes > maxBytes) reject(new HttpError(413, `ERR max request size exceeded, the limit is ${maxBytes} bytes`));
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0].toString() : Buffer.concat(chunks).toString());
    });
    const cutOff = (): void => {
      if (!request.complete) reject(new HttpError(400, 'ERR request body was cut off'));
    };
    request.on('error', cutOff);
    request.on('close', cutOff);
  });
}
