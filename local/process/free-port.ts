import { createServer } from 'node:net';

/** A TCP port free on 127.0.0.1 at this moment: `preferred` if it is given and free, else a random one. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred))) return preferred;
  return (await listenOnce(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1.'));
}

/** Whether `port` can be listened on at 127.0.0.1 now. */
async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
