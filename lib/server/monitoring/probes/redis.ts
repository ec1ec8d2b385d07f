import { AbstractConnector, Redis } from 'ioredis';
import type { Socket } from 'node:net';
import { connectionParts } from './connection-string';
import { dialTcp, dialTls } from './dial';
import { failure, type Look, well } from './look';

/** Signs in to a Redis and sends PING. Rejects with the first error there was. `ca`: who is trusted instead, as PEM. */
export async function probeRedis(url: string, signal: AbortSignal, { ca }: { readonly ca?: string } = {}): Promise<Look> {
  const startedAt = performance.now();
  const { protocol, host, port, user, password, path } = connectionParts(url, ['redis:', 'rediss:'], 6379);
  const socket = protocol === 'rediss:' ? dialTls({ host, port }, ca === undefined ? {} : { ca }, signal) : dialTcp({ host, port }, signal);
  const redis = new Redis({
    Connector: connectorOf(socket),
    // Only tells the driver to wait for the handshake: no password before the certificate was checked.
    ...(protocol === 'rediss:' && { tls: {} }),
    ...(user !== '' && { username: user }),
    ...(password !== '' && { password }),
    db: /^\d{1,4}$/.test(path) ? Number(path) : 0,
    protocol: 2,
    lazyConnect: true,
    enableReadyCheck: false,
    enableOfflineQueue: false,
    disableClientInfo: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What comes first is the cause; the driver rejects with what followed from it.
  let cause: Error | undefined;
  const note = (error: Error) => void (cause ??= error);
  socket.once('error', note);
  redis.on('error', note);
  try {
    await redis.connect();
    const answer = await redis.ping();
    return answer === 'PONG' ? well(performance.now() - startedAt) : failure('The answer to PING was not PONG.', performance.now() - startedAt);
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
    socket.destroy();
  }
}

/** Gives ioredis the socket that is on its checked road. */
function connectorOf(socket: Socket): new (options: unknown) => AbstractConnector {
  return class extends AbstractConnector {
    constructor() {
      super(0);
    }

    connect(): Promise<Socket> {
      this.connecting = true;
      this.stream = socket;
      return Promise.resolve(socket);
    }
  };
}
