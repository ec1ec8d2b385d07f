import { randomBytes } from 'node:crypto';
import { Redis } from '@upstash/redis';
import { z } from 'zod';
import type { Engine } from '../engine';
import { startRedisRestServer, type RedisRestServer } from '../server';

const answer = z.object({ result: z.unknown().optional(), error: z.string().optional() });

/** A server under contract, and the ways tests talk to it. Keys made by `key` are deleted at the end. */
export interface Target {
  readonly url: string;
  readonly token: string;
  /** The client library, without repeats, giving texts as they are. */
  readonly redis: Redis;
  /** A key or channel name that is this run's own. */
  key(name: string): string;
  /** Sends one command and gives its result; rejects when it is refused. */
  run(...words: (string | number)[]): Promise<unknown>;
  /** Sends one command that must be refused and gives the error text. */
  refusal(...words: (string | number)[]): Promise<string>;
  /** Any request with the token; the body goes out as it is. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Takes an address that speaks the REST protocol. */
export function createTarget(url: string, token: string): Target {
  const prefix = `contract:${randomBytes(6).toString('hex')}:`;
  const keys = new Set<string>();
  const redis = createClient(url, token);

  const request: Target['request'] = (path, init) =>
    fetch(url + path, { method: 'POST', ...init, headers: { authorization: `Bearer ${token}`, ...init?.headers } });
  const send = async (words: readonly (string | number)[]): Promise<z.infer<typeof answer>> =>
    answer.parse(await (await request('/', { body: JSON.stringify(words) })).json());

  return {
    url,
    token,
    redis,
    key: (name) => {
      keys.add(prefix + name);
      return prefix + name;
    },
    run: async (...words) => {
      const { result, error } = await send(words);
      if (error !== undefined) throw new Error(error);
      return result;
    },
    refusal: async (...words) => {
      const { result, error } = await send(words);
      if (error === undefined) throw new Error(`${words.join(' ')} was not refused but gave ${JSON.stringify(result)}`);
      return error;
    },
    request,
    close: async () => {
      if (keys.size > 0) await redis.del(...keys);
    },
  };
}

/** The client library as the product uses it for the log: no repeats, nothing guessed about what a text means. */
export function createClient(url: string, token: string): Redis {
  return new Redis({ url, token, retry: false, automaticDeserialization: false, enableTelemetry: false });
}

/** A target over an engine of the test's own, closed with it. */
export interface OwnTarget extends Target {
  readonly engine: Engine;
  readonly server: RedisRestServer;
}

const PING_INTERVAL_MS = 100;
export const MAX_BODY_BYTES = 256 * 1024;

/** Starts a server over the engine, with limits small enough to be reached in a test. */
export async function startOwnTarget(engine: Engine): Promise<OwnTarget> {
  const token = randomBytes(12).toString('hex');
  const log = (line: string): void => console.error(line);
  const server = await startRedisRestServer({ port: 0, token, engine, log, pingIntervalMs: PING_INTERVAL_MS, maxBodyBytes: MAX_BODY_BYTES });
  const target = createTarget(server.url, token);
  return {
    ...target,
    engine,
    server,
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
}
