import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Answers whatever comes with the beginning given and then with bytes without end. */
export interface FloodServer {
  readonly port: number;
  /** Bytes that the system took, when the first connection has ended. */
  readonly sent: Promise<number>;
  close(): Promise<void>;
}

const CHUNK = Buffer.alloc(65_536, 'x');
const ENOUGH = 104_857_600;

export async function startFloodServer(beginning: Buffer): Promise<FloodServer> {
  let done: (bytes: number) => void = () => undefined;
  const sent = new Promise<number>((resolve) => (done = resolve));
  const server = createServer((socket) => {
    const more = () => {
      while (!socket.destroyed && socket.bytesWritten < ENOUGH && socket.write(CHUNK));
      if (socket.bytesWritten >= ENOUGH) socket.end();
    };
    socket.on('error', () => undefined);
    socket.once('close', () => done(socket.bytesWritten));
    socket.once('data', () => {
      socket.write(beginning);
      socket.on('drain', more);
      more();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sent,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
