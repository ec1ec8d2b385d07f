import { request } from 'node:http';

/** How a form that was too long ended. `bytes`: what the sender could hand over until then, buffers of the sockets included. */
export interface LongFormSent {
  readonly status: number | 'cut';
  readonly bytes: number;
}

/**
 * Sends up to `mostBytes` of a form without saying how many come, and stops at the answer; `cut` when the connection broke before one came.
 * Rejects when the server cannot be reached at all.
 */
export function sendLongForm(url: string, mostBytes: number): Promise<LongFormSent> {
  return new Promise((resolve, reject) => {
    const chunk = Buffer.alloc(65_536, 'a');
    let bytes = 0;
    const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, bytes });
      outgoing.destroy();
    });
    outgoing.on('error', (error) => (bytes === 0 ? reject(error) : resolve({ status: 'cut', bytes })));
    const more = () => {
      while (bytes < mostBytes && !outgoing.destroyed) {
        bytes += chunk.length;
        if (!outgoing.write(chunk)) return void outgoing.once('drain', more);
      }
      outgoing.end();
    };
    more();
  });
}
