import { Redis } from 'ioredis';
import { EngineUnreachableError } from '../reply';

const MAX_RECONNECT_DELAY_MS = 1_000;

export interface ConnectionOptions {
  /** A `redis:` or `rediss:` URL. */
  readonly url: URL;
  /** How long to wait for Redis at the start. */
  readonly timeoutMs: number;
  /** A stalled Redis looks like a slow one until this long without a byte of the reply; then the connection is dropped. */
  readonly stallTimeoutMs: number;
  readonly log: (line: string) => void;
}

/**
 * Opens a connection that fails at once while Redis is away and reconnects by itself. Nothing is queued or sent
 * again: a caller that waits minutes is worse off than one that is told, and a write sent again may happen twice.
 * Resolves when Redis is ready; rejects with EngineUnreachableError after `timeoutMs`, or at once when Redis refuses
 * the credentials.
 */
export async function connect({ url, timeoutMs, stallTimeoutMs, log }: ConnectionOptions): Promise<Redis> {
  const redis = new Redis(url.href, {
    // Upstash answers in the shapes of RESP2.
    protocol: 2,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    disableClientInfo: true,
    connectionName: 'watchroom-rest',
    connectTimeout: stallTimeoutMs,
    socketTimeout: stallTimeoutMs,
    disconnectTimeout: 500,
    retryStrategy: (attempt) => Math.min(25 * 2 ** attempt, MAX_RECONNECT_DELAY_MS),
  });
  let lastProblem = 'no answer';
  redis.on('error', (error: Error) => {
    lastProblem = error.message || String((error as NodeJS.ErrnoException).code);
  });

  await new Promise<void>((resolve, reject) => {
    const fail = (): void => {
      redis.disconnect();
      reject(new EngineUnreachableError(`Redis at ${url.host} cannot be used: ${lastProblem}`));
    };
    const timer = setTimeout(fail, timeoutMs);
    redis.on('error', (error: Error) => {
      if (/^(?:WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR AUTH)/.test(error.message)) fail();
    });
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
    redis.once('end', () => clearTimeout(timer));
  });

  let away = false;
  redis.on('reconnecting', () => {
    if (!away) log(`lost Redis at ${url.host}, trying to reach it again`);
    away = true;
  });
  redis.on('ready', () => {
    log(`Redis at ${url.host} is back`);
    away = false;
  });
  return redis;
}
