import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { freePort } from '../process/free-port';
import { type NodeChild, startNodeChild } from '../process/node-child';
import type { Part } from '../process/part';
import { waitUntil } from '../process/wait-until';

const READY_MS = 30_000;
const STOP_MS = 5000;

/** What {@link startRedisPart} takes. */
export interface RedisInput {
  projectDir: string;
  /** Folder of this part; made if missing. */
  dataDir: string;
  token: string;
  /** A real Redis behind it; without one the data is in memory. */
  redisUrl?: string | undefined;
}

/** The Upstash-compatible REST server as a part that can be started again on the same address. */
export interface RedisPart extends Part {
  url: string;
  token: string;
  /** Process id of the present server. */
  pid(): number;
  /** Ends it without warning, as a crash would; for tests. */
  kill(): Promise<void>;
}

/** Starts the local REST server on 127.0.0.1, on the port of the last start if that is free. */
export async function startRedisPart({ projectDir, dataDir, token, redisUrl }: RedisInput): Promise<RedisPart> {
  mkdirSync(dataDir, { recursive: true });
  const portFile = join(dataDir, 'port');
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || undefined : undefined);
  writeFileSync(portFile, `${port}\n`);
  const logFile = join(dataDir, 'redis.log');
  const launch = () => launchServer({ projectDir, token, redisUrl, port, logFile });
  let current = await launch();
  return {
    name: 'the Redis server',
    logFile,
    url: `http://127.0.0.1:${port}`,
    token,
    pid: () => current.pid,
    exited: () => current.exited,
    async start() {
      if (!current.hasExited()) return;
      current = await launch();
    },
    stop: () => current.stop(STOP_MS),
    async kill() {
      current.kill('SIGKILL');
      await current.exited;
    },
  };
}

async function launchServer(input: Omit<RedisInput, 'dataDir'> & { port: number; logFile: string }): Promise<NodeChild> {
  let ready = false;
  const child = startNodeChild({
    args: ['--import', 'tsx', 'local/redis/main.ts'],
    cwd: input.projectDir,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      WATCHROOM_REDIS_PORT: String(input.port),
      UPSTASH_REDIS_REST_TOKEN: input.token,
      ...input.redisUrl && { REDIS_URL: input.redisUrl },
    },
    logFile: input.logFile,
    onLine: (line) => {
      if (line.startsWith('ready ')) ready = true;
    },
  });
  await waitUntil(() => ready || child.hasExited(), { timeoutMs: READY_MS });
  if (ready && !child.hasExited()) return child;
  await child.stop(0);
  throw new PlainError(`The local Redis server did not start: ${child.lastLines().at(-1) ?? 'it said nothing'}. Its log is ${input.logFile}.`);
}
