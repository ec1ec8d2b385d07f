import type { Engine } from './engine';
import { readEnvironment } from './environment';
import { createMemoryEngine } from './memory/memory-engine';
import { createRedisEngine } from './real/redis-engine';
import { startRedisRestServer } from './server';

const log = (line: string): void => {
  process.stderr.write(`redis: ${line}\n`);
};

/** Runs the server until SIGTERM or SIGINT. Rejects when it cannot start. */
async function main(): Promise<void> {
  const { port, token, redisUrl } = readEnvironment(process.env);
  const engine = redisUrl === undefined ? createMemoryEngine() : await createRedisEngine({ url: redisUrl, log });
  const server = await startRedisRestServer({ port, token, engine, log }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void close(server, engine);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Only a parent that opened a channel to this process has one to lose; without it nobody would stop the orphan.
  process.on('disconnect', stop);
  process.stdout.write(`ready ${server.url}\n`);
}

/** Streams end before the engine goes, so that clients see a clean end and not a failure. */
async function close(server: { close(): Promise<void> }, engine: Engine): Promise<void> {
  await server.close();
  await engine.close();
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${process.env.WATCHROOM_REDIS_PORT} is already in use`;
  if (code === 'EACCES') return `port ${process.env.WATCHROOM_REDIS_PORT} may not be used by this user`;
  return error.message;
}

main().catch((error: unknown) => {
  log(`cannot start: ${sentence(error)}`);
  process.exitCode = 1;
});
